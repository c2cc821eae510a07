import { listContacts } from '#src/modules/people/index.ts'
import type { TestPortal } from './portal.ts'
import { aBrowser, hiddenIn, numberIn, walkToCheck } from './walk.ts'

/** Walks all screens and sends: every page of the end, and what is in the database then. */
export async function sentOn(portal: TestPortal, named: Parameters<typeof walkToCheck>[1] = {}) {
  const browser = aBrowser(portal)
  const check = await walkToCheck(browser, named)
  const receipt = await browser.post('ask/send', { draft: hiddenIn(check, 'draft') })
  if (receipt.statusCode !== 200) throw new Error(`Sending was answered ${receipt.statusCode}.`)
  const appeal = await portal.db
    .selectFrom('appeals')
    .selectAll()
    .where('number', '=', numberIn(receipt) ?? '')
    .executeTakeFirstOrThrow()
  return { browser, check, receipt, appeal, contacts: await listContacts(portal.deps, appeal.person_id) }
}
