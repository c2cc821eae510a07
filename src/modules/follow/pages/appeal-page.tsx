import { markTexts, topicNotSet } from '#src/modules/appeals/texts.ts'
import { paths } from '#src/paths.ts'
import { Code, ErrorSummary, NotificationBanner, Page, RecordMark, SessionWarning } from '#src/ui/index.ts'
import { keptPairs } from '#src/ui/typed-fields.ts'
import { isToOpenAgain, keptWords } from '../rules.ts'
import { appealTexts as t, stateHeadings } from '../texts/appeal.ts'
import { proofTexts } from '../texts/proof.ts'
import { outcomesForPerson } from '../texts/closing.ts'
import { AppealClocks } from './appeal-clocks.tsx'
import { AppealHistory } from './appeal-history.tsx'
import { ClosedBecause } from './closed-because.tsx'
import { CloseForm, ReopenForm } from './closing-forms.tsx'
import { Conversation } from './conversation.tsx'
import { PageSettings } from './page-settings.tsx'
import { RatingPart } from './rating-part.tsx'
import { ReplyForm } from './reply-form.tsx'
import { WhatYouToldUs } from './what-you-told-us.tsx'
import type { AppealPageProps } from './appeal-page-props.ts'

/** The appeal as its person sees it: where it stands, until when, what was said, what can be done. */
export const AppealPage = (props: AppealPageProps) => {
  const { page, appeal, errors, done } = props
  const { lang } = page
  const isClosed = appeal.state === 'closed'
  // What is being typed, and the files that were added to it, go along into the other language.
  const isPosted = page.alternates === undefined
  return (
    <Page
      page={page}
      title={t.conversation}
      isTitleNeutral
      exit
      hasErrors={errors.length > 0}
      alternates={isPosted ? inAgain : alternates}
      carried={isPosted ? () => keptPairs({ ...keptWords(props.filled), key: props.messageKey }) : undefined}
      islands={['session-warning', 'voice-note', 'upload-progress']}
    >
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 && <NotificationBanner kind="success" heading={t[done][lang]} />}
      <Caption {...props} />
      <h1 class="govuk-heading-xl">{headingOf(props)}</h1>
      {!isClosed && props.team && <p class="govuk-body-l">{t.withTeam(props.team.name[lang])[lang]}</p>}
      {isClosed && <ClosedBecause {...props} />}
      {isClosed && <RatingPart {...props} />}
      <AppealClocks {...props} />
      <WhatYouToldUs {...props} />
      <Conversation {...props} />
      {isClosed ? !isToOpenAgain(appeal, props.now) && <ReopenForm {...props} /> : <ReplyForm {...props} />}
      <AppealHistory {...props} />
      <p class="govuk-body mek-no-print">
        <a class="govuk-link" href={paths.myAppealProof(lang)}>
          {proofTexts.link[lang]}
        </a>
        <br />
        {proofTexts.linkHint[lang]}
      </p>
      <RecordMark label={markTexts.mark[lang]} mark={props.mark} whatFor={markTexts.whatFor[lang]} />
      {!isClosed && (
        <div class="mek-no-print">
          <CloseForm {...props} />
        </div>
      )}
      <PageSettings {...props} />
      <SessionWarning
        page={page}
        endsInSeconds={Math.max(0, Math.floor((props.endsAt.getTime() - props.now.getTime()) / 1000))}
        extendAction={paths.myAppealAct(lang, 'stay')}
        endHref={paths.myAppeal(lang, { ended: 'yes' })}
        endAction={paths.myAppealEnded(lang)}
      />
    </Page>
  )
}

const inAgain = {
  ky: paths.myAppealAct('ky', 'again'),
  ru: paths.myAppealAct('ru', 'again'),
  en: paths.myAppealAct('en', 'again'),
}
const alternates = { ky: paths.myAppealView('ky'), ru: paths.myAppealView('ru'), en: paths.myAppealView('en') }

/** Number · topic · place, small, above the heading. */
const Caption = ({ page: { lang }, appeal, catalogue }: AppealPageProps) => {
  const country = catalogue.country(appeal.country)?.name[lang]
  const topic = appeal.isTopicSet ? catalogue.topic(appeal.topicId)?.name : topicNotSet.person
  const parts = [topic?.[lang], [country, appeal.city].filter(Boolean).join(', ')]
  return (
    <p class="mek-caption">
      <Code>{appeal.number}</Code>
      {parts.filter(Boolean).map((part) => (
        <> · {part}</>
      ))}
    </p>
  )
}

function headingOf({ page: { lang }, appeal }: AppealPageProps): string {
  const heading = stateHeadings[appeal.state][lang]
  return appeal.outcome ? `${heading}: ${outcomesForPerson[appeal.outcome][lang]}` : heading
}
