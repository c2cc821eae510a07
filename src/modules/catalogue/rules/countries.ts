import { z } from 'zod'
import { head, id, iso, isoDay, option, origin, text, timeZone } from './pieces.ts'

const mission = z.strictObject({
  id,
  kind: id,
  city: text,
  country: iso,
  status: z.enum(['open', 'planned', 'considered']),
  openedOn: isoDay.nullable(),
  district: z
    .strictObject({ regions: z.array(z.strictObject({ code: z.string(), name: text })), ...origin })
    .nullable(),
  timeZone,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  fill: z.string().optional(),
  note: z.string().nullable(),
  ...origin,
})

const country = z
  .strictObject({
    iso,
    name: text,
    timeZones: z.array(timeZone).min(1),
    defaultTimeZone: timeZone,
    dialCode: z.string().regex(/^\+\d{1,4}$/, 'a calling code is + and digits'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'a currency is an ISO 4217 code of three letters'),
    groups: z.array(z.string()),
    priority: z.int(),
    estimatedCitizens: z.array(z.looseObject(origin)),
    kgMissions: z.array(mission),
    coveredBy: z.strictObject({ mission: id, note: z.string().nullable(), ...origin }).nullable(),
    emergencyNumber: z.strictObject({ value: z.string(), note: z.string().nullable(), ...origin }).nullable(),
    deadlineRules: z.array(id),
    ...origin,
  })
  .refine((land) => land.timeZones.includes(land.defaultTimeZone), {
    message: 'the default time zone is not one of the country’s',
    path: ['defaultTimeZone'],
  })

export const countriesFile = z.strictObject({
  ...head,
  missionKinds: z.array(option).min(1),
  countries: z.array(country).min(1),
})

export type Mission = Readonly<z.output<typeof mission>>
export type Country = Readonly<z.output<typeof country>>

/** A country that the catalogue does not list: ISO 3166 leaves ZZ to its users, CLDR calls it an unknown region. */
export const OTHER_COUNTRY = 'ZZ'

/** Stands for every country without an entry, so that nobody is refused for where they are: no missions, any zone. */
export const otherCountryAmong = (countries: readonly Country[], defaultTimeZone: string): Country => ({
  iso: OTHER_COUNTRY,
  name: { ky: 'Башка өлкө', ru: 'Другая страна', en: 'Another country' },
  timeZones: [...new Set([defaultTimeZone, ...countries.flatMap(({ timeZones }) => timeZones)])],
  defaultTimeZone,
  dialCode: '',
  currency: 'USD',
  groups: [],
  priority: Number.MAX_SAFE_INTEGER,
  estimatedCitizens: [],
  kgMissions: [],
  coveredBy: null,
  emergencyNumber: null,
  deadlineRules: [],
  source: [],
  confidence: 'low',
})
