import type { FastifyRequest } from 'fastify'
import { inEach, type Text } from '#src/kernel/lang.ts'
import { addWorkingMinutes } from '#src/kernel/working-time.ts'
import { momentInWords } from '#src/language/dates.ts'
import { findAppealFacts } from '#src/modules/appeals/index.ts'
import { getCalendar } from '#src/modules/calendars/index.ts'
import { catalogue, type Mission } from '#src/modules/catalogue/index.ts'
import { OTHER_COUNTRY } from '#src/modules/catalogue/rules/countries.ts'
import type { Duty, EmergencyWays } from '#src/modules/intake/pages/emergency-ways.tsx'
import { countryOf } from '#src/modules/intake/rules/draft.ts'
import { missionName, missionsFor } from '#src/modules/intake/rules/missions.ts'
import { hasFailingNotice } from '#src/modules/notices/index.ts'
import { listDuty, listProtectorIds } from '#src/modules/staff/index.ts'
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
  return inEach((lang) => [name[lang], home?.[lang]].filter(Boolean).join(', '))
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

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Who reads a call for help: the people on duty at once, else whoever works next. */
export async function dutyNow(deps: DutyDeps, timeZone: string): Promise<Duty> {
  if (await isDutyTold(deps)) return { is: 'onDuty' }
  const now = deps.clock.now()
  const calendar = await getCalendar(deps.db, 'KG')
  const start = new Date(addWorkingMinutes(calendar, now, 1).at.getTime() - MINUTE_MS)
  return start.getTime() <= now.getTime()
    ? { is: 'working' }
    : { is: 'off', readAt: momentInWords(start, timeZone, now) }
}

type DutyDeps = Pick<AppDeps, 'db' | 'keys' | 'clock' | 'mail'>

/** Promised only while letters go, none of the last day's calls is stuck, and somebody on duty can open what is protected. */
async function isDutyTold(deps: DutyDeps): Promise<boolean> {
  if (!deps.mail.isOn) return false
  const [duty, protectors] = await Promise.all([listDuty(deps), listProtectorIds(deps.db)])
  if (!duty.some(({ staffId }) => protectors.has(staffId))) return false
  return !(await hasFailingNotice(deps.db, 'criticalAppeal', new Date(deps.clock.now().getTime() - DAY_MS)))
}
