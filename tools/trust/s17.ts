import { createHmac } from 'node:crypto'
import { exportJWK, SignJWT } from 'jose'
import { checkProof, signProof, type FilingProof } from '#src/modules/follow/sign-proof.ts'
import { newKeyFileText, parseKeyFile, withNewProofKey, withoutTrustIn } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'
import { seededRandom } from '#test/support/clock.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'

const CHANGED = 10_000
const HERE = 'https://portal.example.org'
const proof: FilingProof = {
  number: 'KG-26-0000000-0',
  filedAt: new Date('2026-11-23T06:00:00Z'),
  service: 'Служба',
  groupId: undefined,
  mark: '0123 4567 89ab cdef 0123 4567 89ab cdef',
}
const inWords = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const ringOf = (text: string) => keyringFrom(parseKeyFile(text))

/**
 * S17, as far as there is something to forge: proofs of filing that were changed, unsigned, signed another way or by another,
 * and by a key that was withdrawn; papers from before a change of the key. `isBroken` trusts the forger's key, too.
 */
export async function s17({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const [first, forger] = [newKeyFileText(), ringOf(newKeyFileText())]
  const ours = ringOf(first)
  const keys = isBroken ? { proof: [...ours.proof, ...forger.proof] } : ours
  const isGenuine = async (token: string, by: Parameters<typeof checkProof>[0] = keys) =>
    (await checkProof(by, token)).ok
  const paper = (await signProof(ours, HERE, proof)) ?? ''
  let [tried, accepted] = [0, 0]
  for (const token of [...changesOf(paper, isQuick ? CHANGED / 10 : CHANGED), ...(await forgeriesOf(paper, forger))]) {
    tried += 1
    if (await isGenuine(token)) accepted += 1
  }
  const second = withNewProofKey(first).text
  const old = ours.proof[0]?.id ?? ''
  const isKept = (await isGenuine(paper)) && (await isGenuine(paper, ringOf(second)))
  const isWithdrawn = !(await isGenuine(paper, ringOf(withoutTrustIn(second, old).text)))
  return {
    goal: 'S17',
    figure: `${accepted} of ${tried} forged proofs of filing accepted; papers from before a change of the key ${isKept ? 'still verify' : 'do NOT verify'}, those of a withdrawn key ${isWithdrawn ? 'do not' : 'STILL do'}`,
    target: `0 of ${isQuick ? CHANGED / 10 : CHANGED} changed ones and of alg none, swapped and foreign keys; old papers verify, withdrawn keys do not. Not tried: how soon a running portal sees a withdrawal, formulas in CSV, line breaks in mail and log; nothing of the portal fetches addresses yet`,
    pass: accepted === 0 && isKept && isWithdrawn,
  }
}

/** One bit of header, claims or signature turned at a time. */
function* changesOf(paper: string, count: number): Generator<string> {
  const random = seededRandom('S17')
  const dice = (limit: number) => Buffer.from(random.bytes(4)).readUInt32BE() % limit
  for (let n = 0; n < count; n++) {
    const parts = paper.split('.').map((part) => Buffer.from(part, 'base64url'))
    const part = parts[n % 3] ?? Buffer.alloc(1)
    const at = dice(part.length)
    part.writeUInt8(part.readUInt8(at) ^ (1 << dice(8)), at)
    yield parts.map((one) => one.toString('base64url')).join('.')
  }
}

/** Unsigned; signed with the public key as if it was a shared secret; by another key under our name, or that it brings along. */
async function forgeriesOf(paper: string, forger: ReturnType<typeof ringOf>): Promise<string[]> {
  const [head = '', claims = '', signature = ''] = paper.split('.')
  const header: Record<string, unknown> = JSON.parse(Buffer.from(head, 'base64url').toString())
  const unsigned = ['none', 'None', 'NONE', 'HS256', 'ES256'].flatMap((alg) =>
    [signature, '', Buffer.alloc(64).toString('base64url')].map(
      (one) => `${inWords({ ...header, alg })}.${claims}.${one}`,
    ),
  )
  const [key] = forger.proof
  if (!key) throw new Error('A new key file holds no key for proofs.')
  const shared = `${inWords({ ...header, alg: 'HS512' })}.${claims}`
  const jwk = await exportJWK(key.publicKey)
  const swapped = createHmac('sha512', JSON.stringify(jwk)).update(shared).digest('base64url')
  const payload: Record<string, unknown> = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const foreign = [{ kid: String(header['kid']) }, { kid: key.id }, { kid: key.id, jwk }].map((named) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', typ: 'filing+jwt', ...named }).sign(key.privateKey),
  )
  return [...unsigned, `${shared}.${swapped}`, ...(await Promise.all(foreign))]
}
