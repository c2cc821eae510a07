import { momentInWords } from '#src/language/dates.ts'
import type { AppealEvent } from '#src/modules/appeals/index.ts'
import { InsetText } from '#src/ui/index.ts'
import { openAgainUntil } from '../rules.ts'
import { closingTexts as t } from '../texts/closing.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

/** A refusal without its reason beside it is no answer: the words and the norm stand right under the heading. */
export const ClosedBecause = (props: AppealPageProps) => {
  const { page, appeal, now } = props
  const { lang } = page
  const closing = appeal.events.findLast(({ what }) => what === 'closed')
  const until = openAgainUntil(appeal, now)
  const norm = typeof closing?.details['norm'] === 'string' ? closing.details['norm'] : undefined
  return (
    <>
      {(closing?.words !== undefined || norm !== undefined) && (
        <InsetText>
          {closing?.words !== undefined && (
            <p class="govuk-body mek-words-of">{reasonIn(closing, closing.words, lang)}</p>
          )}
          {norm !== undefined && <p class="govuk-body">{t.norm(norm)[lang]}</p>}
        </InsetText>
      )}
      {appeal.outcome === 'spam' && (
        <p class="govuk-body">
          {t.spamMeans[lang]} {until && t.spamReopen[lang]}
        </p>
      )}
      {appeal.outcome === 'notAccepted' && <IfYouDisagree {...props} until={until} />}
    </>
  )
}

/** The person's own last words need no label; a reason of the service does. */
const reasonIn = (closing: AppealEvent, words: string, lang: AppealPageProps['page']['lang']) =>
  closing.actor === 'person' ? words : t.reason(words)[lang]

type Disagreeing = AppealPageProps & { readonly until: Date | undefined }

/** Whom else a person may turn to is data: the bodies of the country that have oversight. */
const IfYouDisagree = ({ page: { lang }, catalogue, zone, now, until }: Disagreeing) => {
  const home = catalogue.body(catalogue.settings.ownerBody)?.country
  const bodies = catalogue.bodies.filter(
    ({ country, defaultReferralRole }) => country === home && defaultReferralRole === 'oversight',
  )
  return (
    <>
      <h2 class="govuk-heading-m">{t.disagree[lang]}</h2>
      {until && <p class="govuk-body">{t.disagreeReopen(momentInWords(until, zone, now)[lang])[lang]}</p>}
      {bodies.length > 0 && (
        <>
          <p class="govuk-body">{t.disagreeBodies[lang]}</p>
          <ul class="govuk-list govuk-list--bullet">
            {bodies.map((body) => (
              <li>
                {body.name[lang]}. {body.competence[lang]}
                {body.channels?.web && <> ({body.channels.web})</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
