import { exportJWK, jwtVerify, SignJWT, type JWTPayload } from 'jose'
import { z } from 'zod'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import type { Keyring } from '#src/platform/keyring.ts'
import { tokenIn } from './rules.ts'

/**
 * That an appeal was filed, without a word of it: what one shows an employer, a court or the police. Everything here can be
 * read by whoever holds the paper.
 */
export type FilingProof = {
  readonly number: string
  readonly filedAt: Date
  /** The service’s name as it was then, in the language of the paper: three would make a code that old cameras cannot read. */
  readonly service: string
  /** Id of the topic group, where the person wished it. */
  readonly groupId: string | undefined
  /** Of the entry in the audit log. */
  readonly mark: string
}

const TYPE = 'filing+jwt'
const claims = z.object({
  sub: z.string(),
  filed: z.iso.datetime().transform((at) => new Date(at)),
  service: z.string(),
  group: z.string().optional(),
  mark: z.string(),
})

/** The same proof twice is the same text. Undefined where there is no key for it (`mekendesh keys proof`). */
export async function signProof(
  keys: Pick<Keyring, 'proof'>,
  issuer: string,
  { number, filedAt, service, groupId, mark }: FilingProof,
): Promise<string | undefined> {
  const key = keys.proof.find(({ isWithdrawn }) => !isWithdrawn)
  if (!key) return undefined
  const payload: JWTPayload = {
    filed: filedAt.toISOString(),
    service,
    ...(groupId === undefined ? {} : { group: groupId }),
    mark,
  }
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', kid: key.id, typ: TYPE })
    .setIssuer(issuer)
    .setSubject(number)
    .sign(key.privateKey)
}

/** `unreadable`: no proof at all, or not whole. `notOurs`: not signed by us, or changed since. `withdrawn`: by a lost key. */
export async function checkProof(
  keys: Pick<Keyring, 'proof'>,
  issuer: string,
  typed: string,
): Promise<Outcome<FilingProof, 'unreadable' | 'notOurs' | 'withdrawn'>> {
  const token = tokenIn(typed)
  if (token === undefined) return refused('unreadable')
  const trusted = new Map(keys.proof.map((key) => [key.id, key]))
  let isWithdrawn = false
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid = '' }) => {
        const key = trusted.get(kid)
        if (!key) throw new Error('Signed by no key of ours.')
        isWithdrawn = key.isWithdrawn
        return key.publicKey
      },
      { algorithms: ['EdDSA'], typ: TYPE, issuer },
    )
    const { sub, filed, service, group, mark } = claims.parse(payload)
    if (isWithdrawn) return refused('withdrawn')
    return done({ number: sub, filedAt: filed, service, groupId: group, mark })
  } catch {
    return refused('notOurs')
  }
}

/** Every key that ever signed, for whoever checks without us (RFC 7517). What a withdrawn one signed is worth nothing. */
export async function publishedKeys(keys: Pick<Keyring, 'proof'>) {
  const published = keys.proof.map(async ({ id, publicKey, isWithdrawn }, at) => ({
    ...(await exportJWK(publicKey)),
    kid: id,
    use: 'sig',
    alg: 'EdDSA',
    status: isWithdrawn ? 'withdrawn' : at === 0 ? 'signing' : 'earlier',
  }))
  return { keys: await Promise.all(published) }
}
