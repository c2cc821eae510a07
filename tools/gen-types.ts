import { writeFileSync } from 'node:fs'
import { openEmbedded, openPglite } from '#src/platform/database/embedded.ts'
import { migrate } from '#src/platform/database/migrate.ts'
import { readMigrations } from '#src/platform/database/migration-files.ts'
import { schemaTypes } from '#src/platform/database/schema-types.ts'

// Writes the types of all tables, as the migrations make them, to src/platform/schema.ts.
const database = openEmbedded(await openPglite({ dump: undefined }))
const session = await database.openAdmin()
await migrate(session, readMigrations('migrations'))
writeFileSync('src/platform/schema.ts', await schemaTypes(session))
await database.close()
