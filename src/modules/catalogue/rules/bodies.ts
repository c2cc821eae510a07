import { z } from 'zod'
import { langs } from '#src/kernel/lang.ts'
import { head, id, iso, origin, text } from './pieces.ts'

// Contacts are null until the service fills them: they are never guessed.
const channels = z.strictObject({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  web: z.string().nullable(),
  fill: z.string().optional(),
})

// A generic body stands for another one that depends on where the person is.
const resolution = z.looseObject({
  to: z.enum(['mission', 'hostBody']),
  by: z.literal('country of the person'),
  else: id,
  text,
})

const body = z.strictObject({
  id,
  level: id,
  name: text,
  shortName: text.nullable(),
  country: iso.nullable(),
  serves: z.union([z.literal('*'), z.array(iso).min(1)]),
  resolvesTo: resolution.nullable(),
  competence: text,
  defaultReferralRole: z.string(),
  worksBy: z.enum(['desk', 'email', 'letter']),
  language: z.array(z.enum(langs)),
  formerNames: z.array(z.string()),
  note: z.string().nullable(),
  channels,
  ...origin,
})

export const bodiesFile = z.strictObject({
  ...head,
  bodies: z.array(body).min(1),
  referralFlows: z.array(z.looseObject({ id, topic: id, ...origin })),
})

export type Body = Readonly<z.output<typeof body>>
export type BodiesFile = z.output<typeof bodiesFile>
