/** What no routing row names goes to the intake team. */
export const INTAKE_TEAM = 'intake'
/** Danger reports and all that is protected go here. */
export const PROTECTION_TEAM = 'protection'
/** Where an appeal goes when it can go nowhere else: never closed, or it would be found by nobody. */
export const neededTeams: readonly string[] = [INTAKE_TEAM, PROTECTION_TEAM]
/** The ordinary team that answers in all three languages. */
export const CONSULTATIONS_TEAM = 'consultations'

export type TeamKind = 'ordinary' | 'protection'

/** A new team's id from its English name: short, stable, unlike those taken. */
export function teamIdFrom(name: string, taken: readonly string[]): string {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '')
  const start = slug === '' ? 'team' : slug
  let id = start
  for (let number = 2; taken.includes(id); number += 1) id = `${start}-${number}`
  return id
}
