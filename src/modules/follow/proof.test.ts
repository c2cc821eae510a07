import { decodeJwt, exportJWK, SignJWT } from 'jose'
import { decodeQR } from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { langs, type Lang } from '#src/kernel/lang.ts'
import { protectAppeal } from '#src/modules/appeals/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { parseKeyFile, newKeyFileText, withNewProofKey, withoutTrustIn } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import { paths } from '#src/paths.ts'
import { aStaffVisitor } from '#test/support/appeals.ts'
import { personOn } from '#test/support/person.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'
import { errorsIn } from '#test/support/walk.ts'
import { tokenIn } from './rules.ts'
import { checkProof, publishedKeys, signProof, type FilingProof } from './sign-proof.ts'

let portal: TestPortal
let person: ReturnType<typeof personOn>
beforeAll(async () => {
  portal = await startPortal()
  person = personOn(portal)
})
afterAll(() => portal.close())

type Answer = Awaited<ReturnType<TestPortal['get']>>
const tokenOn = ({ body }: Answer) => /<p class="mek-token">([^<]+)</.exec(body)?.[1] ?? ''
const check = (token: string, lang: Lang = 'ru') => portal.post(paths.checkProof(lang), { token })

async function taken({
  withGroup = false,
  lang = 'ru',
  topicId = 'unpaid-wages',
}: { withGroup?: boolean; lang?: Lang; topicId?: string } = {}) {
  const opened = await person.opened({ topicId, message: 'Не платят три месяца, canary' })
  const page = await portal.get(`${paths.myAppealProof(lang)}${withGroup ? '?group=yes' : ''}`, opened.cookies)
  return { ...opened, page, token: tokenOn(page) }
}

describe.each(langs)('in %s', (lang) => {
  test('a proof is taken from one’s appeal and found genuine by anybody, with number, time and service', async () => {
    const { page, token, receipt } = await taken({ lang })
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-store'])
    const checked = await check(token, lang)
    expect(checked.statusCode).toBe(200)
    for (const shown of [receipt.number, catalogue().settings.ownerName[lang]]) {
      expect(page.body).toContain(shown)
      expect(checked.body).toContain(shown)
    }
    // Not to whom it belongs, not what it says.
    for (const answer of [page, checked]) expect(answer.body).not.toContain('canary')
    // Nor where they are: an appeal from Moscow is shown by the service's clock.
    expect(page.body).not.toMatch(/Москва|Москве|Moscow/)
    expect(JSON.stringify(decodeJwt(token))).not.toContain('wages')
  })
})

test('the code on the paper holds the address of the check page with the proof behind its "#"', async () => {
  const { page, token } = await taken()
  const svg = /<svg class="mek-qr".*?<\/svg>/s
    .exec(page.body)?.[0]
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  const { data, info } = await sharp(Buffer.from(svg ?? ''), { density: 600 })
    .resize(800)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const scanned = decodeQR({ width: info.width, height: info.height, data })
  expect(scanned).toBe(`${portal.deps.config.publicUrl}${paths.checkProof('ru')}#${token}`)
  // Pasted whole it is understood without a script.
  expect((await check(scanned)).statusCode).toBe(200)
  for (const pasted of [
    `${token.slice(0, 70)}\n${token.slice(70)} `,
    `Моё подтверждение: ${token} Regards`,
    `My proof ${token}\nThank you`,
  ])
    expect((await check(pasted)).statusCode).toBe(200)
})

test('the topic group is named only where the person ticks it', async () => {
  const group = catalogue().topicGroups.find(({ id }) => id === catalogue().topic('unpaid-wages')?.group)
  const without = await taken()
  expect((await check(without.token)).body).not.toContain(group?.name.ru)
  const withGroup = await taken({ withGroup: true })
  expect((await check(withGroup.token)).body).toContain(group?.name.ru)
})

test('of a protected matter the group is never named, whatever is asked for', async () => {
  const topic = catalogue().topics.find(({ dataSensitivity }) => dataSensitivity === 'protection')
  const byTopic = await taken({ withGroup: true, topicId: topic?.id ?? '' })
  const opened = await person.opened({ topicId: 'unpaid-wages' })
  const by = await aStaffVisitor(portal.deps, 'supervisor')
  expect((await protectAppeal(portal.deps, { appealId: opened.receipt.appealId, by })).ok).toBe(true)
  const byStaff = await portal.get(`${paths.myAppealProof('ru')}?group=yes`, opened.cookies)
  for (const page of [byTopic.page, byStaff]) {
    expect(page.body).not.toContain('name="group"')
    expect(decodeJwt(tokenOn(page))['group']).toBeUndefined()
  }
})

test('the same proof twice is the same text, and nobody without the appeal open gets one', async () => {
  const { token, cookies } = await taken()
  expect(tokenOn(await portal.get(paths.myAppealProof('ru'), cookies))).toBe(token)
  expect((await portal.get(paths.myAppealProof('ru'))).statusCode).not.toBe(200)
})

const proof: FilingProof = {
  number: 'KG-26-0000000-0',
  filedAt: new Date('2026-11-23T06:00:00Z'),
  service: 'Служба',
  groupId: undefined,
  mark: '0123 4567 89ab cdef 0123 4567 89ab cdef',
}
const HERE = 'https://portal.example.org'
const refusalOf = async (...given: Parameters<typeof checkProof>) => {
  const outcome = await checkProof(...given)
  return outcome.ok ? 'genuine' : outcome.refusal
}

test('of 10,000 changed proofs none is found genuine', async () => {
  const keys = keyringFrom(parseKeyFile(newKeyFileText()))
  const token = (await signProof(keys, HERE, proof)) ?? ''
  expect(await refusalOf(keys, token)).toBe('genuine')
  const [head, payload, signed = ''] = token.split('.')
  const signature = Buffer.from(signed, 'base64url')
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
  const genuine: string[] = []
  for (let turn = 0; turn < 10_000; turn++) {
    const at = (turn * 7919) % token.length
    const letter = letters[(turn * 31 + 7) % letters.length] ?? ''
    const changed = `${token.slice(0, at)}${letter}${token.slice(at + (turn % 3 === 0 ? 0 : 1))}`
    // What stands before or after it is not a part of it, and the last letter of 64 bytes holds four bits that mean nothing.
    const found = (tokenIn(changed) ?? '').split('.')
    const isUntouched =
      found[0] === head && found[1] === payload && Buffer.from(found[2] ?? '', 'base64url').equals(signature)
    if ((await refusalOf(keys, changed)) === 'genuine' && !isUntouched) genuine.push(changed)
  }
  expect(genuine).toEqual([])
})

test('no algorithm, another one, another kind of token and another’s key are refused', async () => {
  const keys = keyringFrom(parseKeyFile(newKeyFileText()))
  const [, payload = ''] = ((await signProof(keys, HERE, proof)) ?? '').split('.')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const none = `${part({ alg: 'none', kid: 'p1', typ: 'filing+jwt' })}.${payload}.${'A'.repeat(86)}`
  // The public key taken for a shared secret.
  const publicKey = Buffer.from(
    JSON.stringify(await exportJWK(keys.proof[0]?.publicKey ?? Buffer.alloc(32))).padEnd(64),
  )
  const swapped = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS512', kid: 'p1', typ: 'filing+jwt' })
    .setIssuer(HERE)
    .sign(publicKey)
  const others = keyringFrom(parseKeyFile(newKeyFileText()))
  const foreign = (await signProof(others, HERE, proof)) ?? ''
  const otherKind = await new SignJWT({ ...proof, filed: '2026-11-23T06:00:00Z' })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'p1', typ: 'JWT' })
    .setIssuer(HERE)
    .sign(keys.proof[0]?.privateKey ?? publicKey)
  for (const token of [none, swapped, foreign, otherKind]) expect(await refusalOf(keys, token)).toBe('notOurs')
  for (const token of ['', 'abc', 'a.b.c', 'x'.repeat(9000)]) expect(await refusalOf(keys, token)).toBe('unreadable')
})

test('what an earlier key signed stays good, what a withdrawn one signed does not, and the published keys say which is which', async () => {
  const first = newKeyFileText()
  const token = (await signProof(keyringFrom(parseKeyFile(first)), HERE, proof)) ?? ''
  const second = withNewProofKey(first)
  const keys = keyringFrom(parseKeyFile(second.text))
  expect(await refusalOf(keys, token)).toBe('genuine')
  const fresh = (await signProof(keys, HERE, proof)) ?? ''
  expect(fresh).not.toBe(token)
  const withdrawn = keyringFrom(parseKeyFile(withoutTrustIn(second.text, 'p1').text))
  expect(await refusalOf(withdrawn, token)).toBe('withdrawn')
  expect(await refusalOf(withdrawn, fresh)).toBe('genuine')
  // The newest key that is trusted signs.
  const back = keyringFrom(parseKeyFile(withoutTrustIn(second.text, second.id).text))
  expect(await signProof(back, HERE, proof)).toBe(token)

  // A library that finds a key trusts it: a withdrawn one is named and not given.
  const { keys: given, withdrawn: named } = await publishedKeys(withdrawn)
  expect([given.map(({ kid }) => kid), named]).toEqual([['p2'], ['p1']])
  const published = await portal.get(paths.proofKeys())
  expect(published.headers['content-type']).toContain('application/jwk-set+json')
  const [key] = JSON.parse(published.body).keys
  expect(key).toMatchObject({ kid: 'p1', kty: 'OKP', crv: 'Ed25519', use: 'sig' })
  expect(key.d).toBeUndefined()
})

test('the check page says whether the log holds the entry, and a wrong paste keeps what was pasted', async () => {
  const { token } = await taken()
  expect((await check(token)).body).toMatch(/в журнале|в течение минуты/)
  const other = (await signProof(portal.deps.keys, portal.deps.config.publicUrl, proof)) ?? ''
  expect((await check(other)).body).toContain('записи об этом обращении в журнале нет')
  const wrong = await check('<b>не то</b>')
  expect([wrong.statusCode, errorsIn(wrong)]).toEqual([
    422,
    'Это не текст подтверждения или он неполный. Скопируйте его целиком',
  ])
  expect(wrong.body).toContain('&lt;b>не то&lt;/b></textarea>')
})

test('a portal whose key file has no key for it says so, and its other pages work', async () => {
  const bare = await startPortal({ keys: { ...parseKeyFile(newKeyFileText()), proof: [] } })
  const { cookies } = await personOn(bare).opened()
  const page = await bare.get(paths.myAppealProof('ru'), cookies)
  expect([page.statusCode, page.body.includes('Пока мы не можем выдать подтверждение')]).toEqual([200, true])
  expect((await bare.post(paths.checkProof('ru'), { token: 'a.b.c' })).statusCode).toBe(422)
  expect(JSON.parse((await bare.get(paths.proofKeys())).body)).toEqual({ keys: [], withdrawn: [] })
  await bare.close()
})

test('a paper stays good when the service moves to another address', async () => {
  const keys = keyringFrom(parseKeyFile(newKeyFileText()))
  expect(await refusalOf(keys, (await signProof(keys, 'http://old.example.org', proof)) ?? '')).toBe('genuine')
})
