/** A plain connection for what stands outside Kysely: migrations, grants, backup. */
export type SqlSession = {
  /** Several statements without values, as in a migration file. */
  script(text: string): Promise<void>
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export type OpenSession = SqlSession & { close(): Promise<void> }
