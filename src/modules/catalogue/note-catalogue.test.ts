import { expect, test } from 'vitest'
import { startPortal } from '#test/support/portal.ts'
import { catalogue, useCatalogue } from './index.ts'
import { noteCatalogue } from './note-catalogue.ts'

test('each catalogue that comes into force is written down once', async () => {
  const portal = await startPortal()
  const taken = async () =>
    (await portal.db.selectFrom('audit_entries').select('on_id').where('what', '=', 'catalogue.taken').execute()).map(
      ({ on_id }) => on_id,
    )
  const law = catalogue()
  expect(await taken()).toEqual([law.digest])
  await noteCatalogue(portal.deps)
  useCatalogue({ ...law, digest: 'another' })
  try {
    for (const _ of [1, 2]) await noteCatalogue(portal.deps)
  } finally {
    useCatalogue(law)
  }
  await noteCatalogue(portal.deps)
  expect(await taken()).toEqual([law.digest, 'another', law.digest])
  await portal.close()
})
