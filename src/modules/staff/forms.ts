import { z } from 'zod'
import { parseForm } from '#src/kernel/form.ts'
import { langs } from '#src/kernel/lang.ts'
import { roles } from '#src/kernel/roles.ts'
import { emailAddress } from './rules/email.ts'
import { accountTexts } from './texts/account.ts'
import { peopleTexts } from './texts/people.ts'
import { signInTexts } from './texts/sign-in.ts'
import { teamsTexts } from './texts/teams.ts'

// Never trimmed: a space may belong to a password. Longer than any we take is cut off by weaknessOf.
const typedPassword = z.string().min(1).max(1000)
const code = z.string().trim().min(6).max(40)
// What is not there is as empty as what is blank.
const optionalText = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((text) => text ?? '')
const lang = z.enum(langs)
const id = z.string().regex(/^\d{1,18}$/)
/** One chosen box arrives as a string, none not at all. */
const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item))

const signInForm = {
  // Any address at all: whether it is one of ours must not show here.
  email: { is: z.string().trim().toLowerCase().min(1).max(200), else: signInTexts.emailNeeded },
  password: { is: typedPassword, else: signInTexts.passwordNeeded },
  code: { is: optionalText, else: signInTexts.codeNeeded },
  recoveryCode: { is: optionalText, else: signInTexts.codeNeeded },
}
export const parseSignIn = (body: unknown) => parseForm(signInForm, body)

const setUpForm = {
  secret: { is: z.string().max(500), else: accountTexts.offerDead },
  password: { is: typedPassword, else: accountTexts.passwordShort },
  code: { is: code, else: accountTexts.codeWrong },
}
export const parseSetUp = (body: unknown) => parseForm(setUpForm, body)

const passwordForm = {
  presentPassword: { is: typedPassword, else: accountTexts.passwordWrong },
  password: { is: typedPassword, else: accountTexts.passwordShort },
}
export const parsePassword = (body: unknown) => parseForm(passwordForm, body)

export const parseConfirm = (body: unknown) =>
  parseForm({ presentPassword: { is: typedPassword, else: accountTexts.passwordWrong } }, body)

const factorForm = {
  secret: { is: z.string().max(500), else: accountTexts.offerDead },
  code: { is: code, else: accountTexts.codeWrong },
}
export const parseFactor = (body: unknown) => parseForm(factorForm, body)

export const parseLanguage = (body: unknown) =>
  parseForm({ lang: { is: lang, else: peopleTexts.languageNeeded } }, body)

export const parseKeys = (body: unknown) =>
  parseForm({ keys: { is: z.enum(['on', 'off']), else: accountTexts.offerDead } }, body)

/** `others`, `all`, or the id of one session. */
export const parseEndSession = (body: unknown) =>
  parseForm({ end: { is: z.union([z.enum(['others', 'all']), id]), else: accountTexts.offerDead } }, body)

const personFields = {
  name: { is: z.string().trim().min(1).max(120), else: peopleTexts.nameNeeded },
  role: { is: z.enum(roles), else: peopleTexts.roleNeeded },
  lang: { is: lang, else: peopleTexts.languageNeeded },
}
const inviteForm = {
  email: { is: emailAddress, else: peopleTexts.emailWrong },
  ...personFields,
  teams: { is: many(z.string().max(40)), else: peopleTexts.teamsWrong },
}
export const parseInvite = (body: unknown) => parseForm(inviteForm, body)
export const parsePerson = (body: unknown) => parseForm(personFields, body)

const teamName = { is: z.string().trim().min(1).max(80), else: teamsTexts.nameNeeded }
const teamFields = {
  nameKy: teamName,
  nameRu: teamName,
  nameEn: teamName,
  langs: { is: many(lang).pipe(z.array(lang).min(1)), else: teamsTexts.languageNeeded },
}
const newTeamForm = { ...teamFields, kind: { is: z.enum(['ordinary', 'protection']), else: teamsTexts.kindNeeded } }
const teamForm = { ...teamFields, state: { is: z.enum(['open', 'closed']), else: teamsTexts.noSuchTeam } }
export const parseNewTeam = (body: unknown) => parseForm(newTeamForm, body)
export const parseTeam = (body: unknown) => parseForm(teamForm, body)

const memberForm = {
  staffId: { is: id, else: teamsTexts.personNeeded },
  move: { is: z.enum(['add', 'remove']), else: teamsTexts.personNeeded },
}
export const parseMember = (body: unknown) => parseForm(memberForm, body)

const dutyForm = {
  staffId: { is: id, else: teamsTexts.personNeeded },
  move: { is: z.enum(['add', 'up', 'on', 'off', 'remove']), else: teamsTexts.personNeeded },
}
export const parseDuty = (body: unknown) => parseForm(dutyForm, body)
