/** Who could be told of a critical appeal as things stand. All of them active, with a role that may work on appeals. */
type DutyCover = {
  readonly isOnDuty: boolean
  /** Somebody on duty sits in an open protection team. */
  readonly isProtectorOnDuty: boolean
  readonly hasProtectors: boolean
  readonly hasSupervisors: boolean
}

export type DutyGap = 'onlySupervisorsTold' | 'nobodyTold' | 'noProtectorOnDuty' | 'noProtectors'

/** What is missing, in the words of desk/jobs.ts: with nobody to call the supervisors are called, of protected ones all protectors too. */
export function dutyGapsOf(cover: DutyCover): DutyGap[] {
  const { isOnDuty, isProtectorOnDuty, hasProtectors, hasSupervisors } = cover
  return [
    ...(isOnDuty ? [] : ([hasSupervisors ? 'onlySupervisorsTold' : 'nobodyTold'] satisfies DutyGap[])),
    ...(isProtectorOnDuty ? [] : ([hasProtectors ? 'noProtectorOnDuty' : 'noProtectors'] satisfies DutyGap[])),
  ]
}
