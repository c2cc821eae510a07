import { openEmbedded, openPglite } from './embedded.ts'
import { prepareDatabase } from './prepare.ts'

/** A data folder with all tables and no rows. Starting from it costs a fifth of the memory and time of making one. */
export async function makeTemplate(compression: 'gzip' | 'none'): Promise<Buffer> {
  const pglite = await openPglite({ dump: undefined })
  const database = openEmbedded(pglite)
  try {
    await prepareDatabase(database)
    const dump = await pglite.dumpDataDir(compression)
    return Buffer.from(await dump.arrayBuffer())
  } finally {
    await database.close()
  }
}
