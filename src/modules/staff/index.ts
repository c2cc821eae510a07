// What other modules, the admin commands and the tests may use of staff.
export { listDuty, listDutyEntries, listDutyGaps, listProtectorIds } from './manage-teams/duty.ts'
export { addFirstProtector } from './manage-teams/protection.ts'
export { openWork, staffCurtailed, teamClosed } from './events.ts'
export { addStaff, findStaff, listPeople, listStaffOfRole, listStaffWho } from './manage-people.ts'
export { listNames as listStaffNames } from './store/accounts.ts'
export { hasSession } from './store/sessions.ts'
export {
  findTeam,
  holdRights,
  holdTeam,
  listTeamMembers,
  listTeams,
  type Team,
  type TeamMember,
} from './store/teams.ts'
export { resealStaff } from './check-secrets.ts'
export { rehearsalCode, seedRehearsalStaff, type RehearsalAccount } from './manage-teams/seed-staff.ts'
