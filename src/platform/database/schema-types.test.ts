import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#test/support/database.ts'
import { schemaTypes } from './schema-types.ts'

test('the types of the tables are those the migrations make (npm run gen-types)', async () => {
  const database = await openTestDatabase()
  const session = await database.openAdmin()
  expect(await schemaTypes(session)).toBe(readFileSync('src/platform/schema.ts', 'utf8'))
  await session.close()
  await database.close()
})
