import type { Config } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database/open.ts'
import type { AppDeps } from '#src/platform/deps.ts'

export type Say = (line: string) => void

/** What was typed after the command's name. Paths are absolute already: another process may do the work. */
export type Given = {
  readonly options: Readonly<Record<string, string | true | undefined>>
  readonly rest: readonly string[]
}

/** What a command that needs the database is given: in the portal that runs, or in a process of its own. */
export type PortalContext = { readonly deps: AppDeps; readonly database: Database }

type Described = {
  /** As in "staff add". */
  readonly name: string
  /** As in "--email E --name N --role R". */
  readonly usage: string
  readonly says: string
  readonly options?: Readonly<Record<string, 'text' | 'path' | 'flag'>>
  readonly restIsPath?: boolean
}

/** Gives its exit code. Throws with a message for the administrator. */
export type Command = Described &
  (
    | { readonly runs: 'here'; run(config: Config, given: Given, say: Say): Promise<number> }
    | { readonly runs: 'portal'; run(context: PortalContext, given: Given, say: Say): Promise<number> }
  )

/** The option's text; throws when it was left out. */
export function needed({ options }: Given, name: string): string {
  const value = options[name]
  if (typeof value !== 'string') throw new Error(`--${name} is missing.`)
  return value
}

/** The one thing named after the command; throws when there is none or more. */
export function onlyOne({ rest }: Given, what: string): string {
  const [one, ...more] = rest
  if (one === undefined || more.length > 0) throw new Error(`Name one ${what}.`)
  return one
}
