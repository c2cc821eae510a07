import { isLang, type Lang } from '#src/kernel/lang.ts'
import { momentInFigures } from '#src/language/dates.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { Team } from '#src/modules/staff/index.ts'
import { ANY } from '../rules.ts'
import type { Place } from '../store.ts'
import { languageNames, routingTexts as t } from '../texts.ts'

/** What the tables' ids are called in the reader's language. An id the catalogue no longer knows is shown as it is. */
export type Names = {
  readonly subject: (place: Place) => string
  readonly scope: (place: Place) => string
  readonly target: (kind: Place['kind'], id: string | null) => string
  readonly reason: (reasonId: string | null) => string
  /** "05.03.2026, 15:00 · Name", or "· from the catalogue". */
  readonly when: (at: Date, byName: string | null) => string
}

export function namesIn(lang: Lang, law: Catalogue, teams: readonly Team[]): Names {
  const country = (iso: string) => (iso === ANY ? t.anyCountry[lang] : (law.country(iso)?.name[lang] ?? iso))
  const group = (id: string) => (id === ANY ? t.anyGroup[lang] : (law.topicGroup(id)?.name[lang] ?? id))
  return {
    subject: ({ kind, subject }) =>
      kind === 'body'
        ? (law.topic(subject)?.name[lang] ?? subject)
        : isLang(subject)
          ? languageNames[subject][lang]
          : subject,
    scope: ({ kind, scope }) => (kind === 'body' ? country(scope) : group(scope)),
    target(kind, id) {
      if (id === null) return t.noRow[lang]
      const found = kind === 'body' ? law.body(id) : teams.find((team) => team.id === id)
      return found?.name[lang] ?? id
    },
    reason: (id) =>
      id === null ? t.changedByStaff[lang] : (law.routingReasons.find((reason) => reason.id === id)?.name[lang] ?? id),
    when: (at, byName) =>
      `${momentInFigures(at, law.settings.numberTimeZone)[lang]} · ${byName ?? t.byCatalogue[lang]}`,
  }
}
