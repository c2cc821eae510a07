import { inEach, type Text } from '#src/kernel/lang.ts'
import type { Catalogue, Mission } from '#src/modules/catalogue/index.ts'

/** "Москва (посольство)". */
export function missionName(data: Pick<Catalogue, 'missionKinds'>, { city, kind }: Mission): Text {
  const name = data.missionKinds.find(({ id }) => id === kind)?.name
  return inEach((lang) => (name ? `${city[lang]} (${name[lang].toLowerCase()})` : city[lang]))
}

/** Open missions in the person's country, else the one that covers it (notes of catalogue/countries.json). */
export function missionsFor(data: Pick<Catalogue, 'country' | 'mission'>, iso: string): readonly Mission[] {
  const country = data.country(iso)
  const open = country?.kgMissions.filter(({ status }) => status === 'open') ?? []
  if (open.length > 0) return open
  const covering = country?.coveredBy && data.mission(country.coveredBy.mission)
  return covering ? [covering] : []
}
