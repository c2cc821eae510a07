// What other modules may use of people.
export { savePerson, addContact, erasePerson } from './save-person.ts'
export { savePeople } from './save-people.ts'
export {
  getPerson,
  listContacts,
  safeEmailOf,
  isConfirmedEmail,
  listPeopleByContact,
  listPeopleByPin,
  type Person,
  type Contact,
} from './find-person.ts'
export { startVerification, confirmByToken, confirmByCode } from './verify-contact.ts'
export { chooseTimeZone, getTimeZone } from './choose-time-zone.ts'
export { resealPeople } from './reseal-people.ts'
