/** Who could be told of a critical appeal as things stand. All of them active, with a role that may work on appeals. */
export type DutyCover = {
  readonly isOnDuty: boolean
  /** Somebody on duty sits in an open protection team. */
  readonly isProtectorOnDuty: boolean
  readonly hasProtectors: boolean
  readonly hasSupervisors: boolean
}

export const dutyGaps = ['onlySupervisorsTold', 'nobodyTold', 'noProtectorOnDuty', 'noProtectors'] as const
export type DutyGap = (typeof dutyGaps)[number]

/** What is missing, in the words of desk/jobs.ts: with nobody to call the supervisors are called, of protected ones all protectors too. */
export function dutyGapsOf(cover: DutyCover): DutyGap[] {
  const { isOnDuty, isProtectorOnDuty, hasProtectors, hasSupervisors } = cover
  return [
    ...(isOnDuty ? [] : [hasSupervisors ? ('onlySupervisorsTold' as const) : ('nobodyTold' as const)]),
    ...(isProtectorOnDuty ? [] : [hasProtectors ? ('noProtectorOnDuty' as const) : ('noProtectors' as const)]),
  ]
}
