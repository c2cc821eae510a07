import type { FastifyRequest } from 'fastify'
import { langs, type Text } from '#src/kernel/lang.ts'
import { findAppealFacts } from '#src/modules/appeals/index.ts'
import { catalogue, type Mission } from '#src/modules/catalogue/index.ts'
import { OTHER_COUNTRY } from '#src/modules/catalogue/rules/countries.ts'
import type { EmergencyWays } from '#src/modules/intake/pages/emergency-ways.tsx'
import { countryOf } from '#src/modules/intake/rules/draft.ts'
import { missionName, missionsFor } from '#src/modules/intake/rules/missions.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { draftOf } from './walk.ts'

/** Whom one can call in a country; undefined where no country was named. */
export function waysIn(iso: string): EmergencyWays | undefined {
  const data = catalogue()
  const country = data.country(iso)
  if (!country) return undefined
  const missions = missionsFor(data, iso)
  return {
    country: iso === OTHER_COUNTRY ? undefined : country.name,
    number: country.emergencyNumber?.value,
    isNumberUnchecked: country.emergencyNumber?.confidence !== 'high',
    missions: missions.map((mission) => ({
      name: mission.country === iso ? missionName(data, mission) : nameAbroad(mission),
      phone: mission.phone ?? undefined,
      address: mission.address ?? undefined,
    })),
    isCovered: missions.some((mission) => mission.country !== iso),
  }
}

/** With its country, where that is not the person's. */
function nameAbroad(mission: Mission): Text {
  const data = catalogue()
  const name = missionName(data, mission)
  const home = data.country(mission.country)?.name
  const [ky = '', ru = '', en = ''] = langs.map((lang) => [name[lang], home?.[lang]].filter(Boolean).join(', '))
  return { ky, ru, en }
}

/** Where the person said they are: in what they are writing, in the appeal they have open, in what they sent before. */
export async function knownCountry(deps: AppDeps, request: FastifyRequest): Promise<string | undefined> {
  // A draft that cannot be opened is no reason to keep the numbers from anybody.
  const draft = await draftOf(deps, request).catch(() => undefined)
  const typed = draft && countryOf(draft.content)
  if (typed && !draft.isSent) return typed
  const { visitor } = request
  const appeal = visitor.kind === 'person' ? await findAppealFacts(deps.db, visitor.appealId) : undefined
  return appeal?.country ?? typed
}
