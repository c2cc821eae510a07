import { langs, type Lang, type Text } from '#src/kernel/lang.ts'
import type { Catalogue, Mission } from '#src/modules/catalogue/index.ts'

/** "Москва (посольство)". */
export function missionName(data: Pick<Catalogue, 'missionKinds'>, { city, kind }: Mission): Text {
  const name = data.missionKinds.find(({ id }) => id === kind)?.name
  const joined = (lang: Lang) => (name ? `${city[lang]} (${name[lang].toLowerCase()})` : city[lang])
  const [ky = '', ru = '', en = ''] = langs.map(joined)
  return { ky, ru, en }
}
