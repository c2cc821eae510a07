import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppeal } from '#test/support/appeals.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { newKeyFileText, parseKeyFile, withNewMainKey } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import { getAppealForPerson, resealAppeals } from './index.ts'

let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.close())

test('after a rotation every appeal opens under the new key alone', async () => {
  const file = newKeyFileText()
  const before = { ...portal.deps, keys: keyringFrom(parseKeyFile(file)) }
  const ids: string[] = []
  for (const topicId of ['trafficking', 'unpaid-wages', 'trafficking'])
    ids.push((await anAppeal(before, { topicId, message: 'the words' })).appealId)

  const rotated = parseKeyFile(withNewMainKey(file).text)
  const both = { ...portal.deps, keys: keyringFrom(rotated) }
  let after: string | undefined = '0'
  while (after !== undefined) after = await resealAppeals(both, after, 2)

  const newest = { ...portal.deps, keys: keyringFrom({ ...rotated, main: rotated.main.slice(0, 1) }) }
  for (const id of ids) expect((await getAppealForPerson(newest, id))?.messages[0]?.body).toBe('the words')
})
