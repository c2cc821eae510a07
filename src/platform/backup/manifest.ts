import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  database: z.enum(['embedded', 'server']),
  /** What had run when it was made: it is restored into tables of just this age, which then go on to today's. */
  migrations: z.array(z.object({ number: z.int(), name: z.string(), sha256: hash })),
  queueVersion: z.int(),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), rows: z.int(), sha256: hash })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  files: z.array(
    z.object({ path: z.string().regex(/^(files(\/[\w-][\w.-]*)+|checkpoints\.log)$/), bytes: z.int(), sha256: hash }),
  ),
  /** Ids of the keys it was sealed under, and a keyed hash that only the right key file gives. Never a key. */
  keys: z.object({ ids: z.array(z.string()), check: z.string() }),
})
export type Manifest = z.output<typeof manifestSchema>
export type KeyMark = Manifest['keys']

export const MANIFEST = 'manifest.json'

export const tableFile = (folder: string, { schema, name }: { schema: string; name: string }) =>
  join(folder, 'tables', `${schema}.${name}.jsonl.gz`)

/** Throws where there is no whole backup: the manifest is written last. */
export function readManifest(folder: string): Manifest {
  let text: string
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8')
  } catch {
    throw new Error(`${folder} holds no whole backup: ${MANIFEST} is missing.`)
  }
  return manifestSchema.parse(JSON.parse(text))
}
