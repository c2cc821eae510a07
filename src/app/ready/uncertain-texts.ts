import { kyUncertain as appeals } from '#src/modules/appeals/texts.ts'
import { kyUncertain as auditActs } from '#src/modules/audit/texts/acts.ts'
import { kyUncertain as auditPage } from '#src/modules/audit/texts/page.ts'
import { kyUncertain as calendars } from '#src/modules/calendars/texts.ts'
import { kyUncertain as deskActs } from '#src/modules/desk/texts/acts.ts'
import { kyUncertain as deskAppeal } from '#src/modules/desk/texts/appeal.ts'
import { kyUncertain as deskClocks } from '#src/modules/desk/texts/clocks.ts'
import { kyUncertain as deskQueue } from '#src/modules/desk/texts/queue.ts'
import { kyUncertain as deskRatings } from '#src/modules/desk/texts/ratings.ts'
import { kyUncertain as deskSystem } from '#src/modules/desk/texts/system.ts'
import { kyUncertain as deskTools } from '#src/modules/desk/texts/tools.ts'
import { kyUncertain as fileRefusals } from '#src/modules/files/texts/refusals.ts'
import { kyUncertain as fileScan } from '#src/modules/files/texts/scan.ts'
import { kyUncertain as followAppeal } from '#src/modules/follow/texts/appeal.ts'
import { kyUncertain as followClosing } from '#src/modules/follow/texts/closing.ts'
import { kyUncertain as followOpen } from '#src/modules/follow/texts/open.ts'
import { kyUncertain as followProof } from '#src/modules/follow/texts/proof.ts'
import { kyUncertain as followRating } from '#src/modules/follow/texts/rating.ts'
import { kyUncertain as frontAbout } from '#src/modules/front/texts/about.ts'
import { kyUncertain as frontAccessibility } from '#src/modules/front/texts/accessibility.ts'
import { kyUncertain as frontHome } from '#src/modules/front/texts/home.ts'
import { kyUncertain as frontPrivacy } from '#src/modules/front/texts/privacy.ts'
import { kyUncertain as intakeAsk } from '#src/modules/intake/texts/ask.ts'
import { kyUncertain as intakeContact } from '#src/modules/intake/texts/contact.ts'
import { kyUncertain as intakeDanger } from '#src/modules/intake/texts/danger.ts'
import { kyUncertain as intakeQuestions } from '#src/modules/intake/texts/questions.ts'
import { kyUncertain as intakeReceipt } from '#src/modules/intake/texts/receipt.ts'
import { kyUncertain as intakeResume } from '#src/modules/intake/texts/resume.ts'
import { kyUncertain as noticesLetters } from '#src/modules/notices/texts/letters.ts'
import { kyUncertain as noticesOutbox } from '#src/modules/notices/texts/outbox.ts'
import { kyUncertain as routing } from '#src/modules/routing/texts.ts'
import { kyUncertain as staffAccount } from '#src/modules/staff/texts/account.ts'
import { kyUncertain as staffDuty } from '#src/modules/staff/texts/duty.ts'
import { kyUncertain as staffKeys } from '#src/modules/staff/texts/keys.ts'
import { kyUncertain as staffPeople } from '#src/modules/staff/texts/people.ts'
import { kyUncertain as staffSignIn } from '#src/modules/staff/texts/sign-in.ts'
import { kyUncertain as staffTeams } from '#src/modules/staff/texts/teams.ts'
import { kyUncertain as ui } from '#src/ui/texts.ts'
import { kyUncertain as app } from '../texts.ts'

/** Every file of texts that says of which ones its Kyrgyz is uncertain; a test holds the list complete. */
export const uncertainByFile: Readonly<Record<string, readonly string[]>> = {
  'src/app/texts.ts': app,
  'src/modules/appeals/texts.ts': appeals,
  'src/modules/audit/texts/acts.ts': auditActs,
  'src/modules/audit/texts/page.ts': auditPage,
  'src/modules/calendars/texts.ts': calendars,
  'src/modules/desk/texts/acts.ts': deskActs,
  'src/modules/desk/texts/appeal.ts': deskAppeal,
  'src/modules/desk/texts/clocks.ts': deskClocks,
  'src/modules/desk/texts/queue.ts': deskQueue,
  'src/modules/desk/texts/ratings.ts': deskRatings,
  'src/modules/desk/texts/system.ts': deskSystem,
  'src/modules/desk/texts/tools.ts': deskTools,
  'src/modules/files/texts/refusals.ts': fileRefusals,
  'src/modules/files/texts/scan.ts': fileScan,
  'src/modules/follow/texts/appeal.ts': followAppeal,
  'src/modules/follow/texts/closing.ts': followClosing,
  'src/modules/follow/texts/open.ts': followOpen,
  'src/modules/follow/texts/proof.ts': followProof,
  'src/modules/follow/texts/rating.ts': followRating,
  'src/modules/front/texts/about.ts': frontAbout,
  'src/modules/front/texts/accessibility.ts': frontAccessibility,
  'src/modules/front/texts/home.ts': frontHome,
  'src/modules/front/texts/privacy.ts': frontPrivacy,
  'src/modules/intake/texts/ask.ts': intakeAsk,
  'src/modules/intake/texts/contact.ts': intakeContact,
  'src/modules/intake/texts/danger.ts': intakeDanger,
  'src/modules/intake/texts/questions.ts': intakeQuestions,
  'src/modules/intake/texts/receipt.ts': intakeReceipt,
  'src/modules/intake/texts/resume.ts': intakeResume,
  'src/modules/notices/texts/letters.ts': noticesLetters,
  'src/modules/notices/texts/outbox.ts': noticesOutbox,
  'src/modules/routing/texts.ts': routing,
  'src/modules/staff/texts/account.ts': staffAccount,
  'src/modules/staff/texts/duty.ts': staffDuty,
  'src/modules/staff/texts/keys.ts': staffKeys,
  'src/modules/staff/texts/people.ts': staffPeople,
  'src/modules/staff/texts/sign-in.ts': staffSignIn,
  'src/modules/staff/texts/teams.ts': staffTeams,
  'src/ui/texts.ts': ui,
}

/** "src/ui/texts.ts menu", one for each text. */
export const uncertainTexts = (): string[] =>
  Object.entries(uncertainByFile).flatMap(([file, names]) => names.map((name) => `${file} ${name}`))

/** The Kyrgyz of every marked text, anywhere in the catalogue. */
export function uncertainIn(data: unknown): string[] {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (value instanceof Map) for (const one of value.values()) walk(one)
    else if (typeof value === 'object' && value !== null) {
      if ('kyUncertain' in value && 'ky' in value) found.add(`«${String(value.ky)}»`)
      for (const one of Object.values(value)) walk(one)
    }
  }
  walk(data)
  return [...found]
}
