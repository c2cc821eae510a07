import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { gapsIn, some, type Gap } from './gap.ts'

const { must, should } = gapsIn('Facts')
const countriesFile = 'catalogue/countries.json'

/** Facts of the catalogue that only the service knows, and that nobody has filled. */
export function factGaps({ settings, missions, countries, bodies, holidays }: Catalogue): Gap[] {
  const { security, ...needed } = settings.contact
  const unknown = nullsOf('contact', needed)
  const untold = nullsOf('privacy', settings.privacy)
  return [
    ...must(unknown.length > 0, () => ({
      what: `How to reach the service itself (${some(unknown)}).`,
      remedy: 'Fill contact in catalogue/settings.json.',
    })),
    ...must(untold.length > 0, () => ({
      what: `What the privacy notice must say and only the service knows (${untold.join(', ')}).`,
      remedy: 'Fill privacy in catalogue/settings.json, in three languages.',
    })),
    ...should(security === null, () => ({
      what: 'Where to report a hole in the portal.',
      remedy: 'Fill contact.security in catalogue/settings.json.',
    })),
    ...missionGaps(missions),
    ...coverageGaps(countries, holidays.country),
    ...emergencyGaps(countries),
    ...bodyGaps(bodies),
  ]
}

const nullsOf = (part: string, values: object) =>
  Object.entries(values).flatMap(([name, value]) => (value === null ? [`${part}.${name}`] : []))

function missionGaps(all: Catalogue['missions']): Gap[] {
  const open = all.filter(({ status }) => status === 'open')
  const without = (field: 'phone' | 'address' | 'email') =>
    open.filter((mission) => mission[field] === null).map(({ id }) => id)
  const [phones, addresses, emails] = [without('phone'), without('address'), without('email')]
  return [
    ...must(phones.length > 0, () => ({
      what: `Telephones of missions, which the page for danger shows (${some(phones)}).`,
      remedy: `Fill phone of kgMissions in ${countriesFile}.`,
    })),
    ...should(addresses.length > 0, () => ({
      what: `Addresses of missions (${some(addresses)}).`,
      remedy: `Fill address of kgMissions in ${countriesFile}.`,
    })),
    ...should(emails.length > 0, () => ({
      what: `E-mail addresses of missions (${some(emails)}).`,
      remedy: `Fill email of kgMissions in ${countriesFile}.`,
    })),
  ]
}

/** Everywhere but at home a mission helps, of the country or one that covers it. */
function coverageGaps(countries: Catalogue['countries'], home: string): Gap[] {
  const uncovered = countries.filter(
    ({ iso, coveredBy, kgMissions }) =>
      iso !== home && coveredBy === null && !kgMissions.some(({ status }) => status === 'open'),
  )
  return should(uncovered.length > 0, () => ({
    what: `Which mission covers a country that has none (${some(uncovered.map(({ iso }) => iso))}).`,
    remedy: `Fill coveredBy in ${countriesFile}.`,
  }))
}

function emergencyGaps(countries: Catalogue['countries']): Gap[] {
  const unknown = countries.filter((one) => one.emergencyNumber === null).map(({ iso }) => iso)
  const unchecked = countries.flatMap(({ iso, emergencyNumber: number }) =>
    number !== null && number.confidence !== 'high' ? [`${iso} ${number.value}`] : [],
  )
  return [
    ...should(unknown.length > 0, () => ({
      what: `Emergency numbers of countries (${some(unknown)}).`,
      remedy: `Fill emergencyNumber in ${countriesFile}, with its source.`,
    })),
    ...should(unchecked.length > 0, () => ({
      what: `Emergency numbers that nobody has checked (${some(unchecked)}).`,
      remedy: `Check emergencyNumber in ${countriesFile} and raise its confidence.`,
    })),
  ]
}

function bodyGaps(bodies: Catalogue['bodies']): Gap[] {
  // A body that stands for another one has no door of its own.
  const silent = bodies
    .filter(
      ({ channels: { phone, email, address }, resolvesTo }) => resolvesTo === null && !phone && !email && !address,
    )
    .map(({ id }) => id)
  return should(silent.length > 0, () => ({
    what: `Ways to reach other bodies (${some(silent)}).`,
    remedy: 'Fill channels in catalogue/bodies.json.',
  }))
}
