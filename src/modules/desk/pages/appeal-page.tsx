import type { Text } from '#src/kernel/lang.ts'
import { scoreNames, stateNames, topicNotSet, urgencyNames } from '#src/modules/appeals/texts.ts'
import { paths } from '#src/paths.ts'
import {
  BackLink,
  Badge,
  Code,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  StaffPage,
  Timeline,
  WarningText,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { isOffered, seenVersion, type AppealDesk, type FailedAct } from '../rules/appeal-desk.ts'
import { actTexts } from '../texts/acts.ts'
import { appealPageTexts as t } from '../texts/appeal.ts'
import { whereTexts } from '../texts/done.ts'
import { ratingTexts } from '../texts/ratings.ts'
import { targetsOf } from './act-form.tsx'
import { AppealActs } from './appeal-acts.tsx'
import { AppealClocks } from './appeal-clocks.tsx'
import { AppealBrief, AppealFacts } from './appeal-facts.tsx'
import { AppealHistory, eventsSince } from './appeal-history.tsx'
import { AppealMessages } from './appeal-messages.tsx'
import { DoneBanner, type DoneAct } from './done-banner.tsx'
import { KeyList } from './key-list.tsx'
import type { AppealPageProps } from './appeal-page-props.ts'
import { wordsIn, WrittenWords } from './written-words.tsx'

/** One appeal as staff see it: what was asked, by when, what was said, and what can be done now. */
export const AppealPage = (props: AppealPageProps) => {
  const { page, desk, failed, catalogue } = props
  const { lang } = page
  const { appeal } = desk
  const topic = appeal.isTopicSet
    ? (catalogue.topic(appeal.topicId)?.name[lang] ?? appeal.topicId)
    : topicNotSet.staff[lang]
  return (
    <StaffPage
      page={page}
      title={topic}
      nav={staffNav(page, undefined, props.counts)}
      islands={props.visitor.hasKeys ? ['staff-keys'] : []}
    >
      <BackLink href={paths.staffQueue('myTeam')}>{t.backToQueue[lang]}</BackLink>
      {failed && <FailedBanner {...props} failed={failed} />}
      {props.done && <DoneBanner page={page} act={props.done} where={whereNow(desk, props.done)} />}
      <p class="mek-caption">
        <Code>{appeal.number}</Code> · {stateNames[appeal.state][lang]} · {urgencyNames[appeal.urgency][lang]}
      </p>
      <h1 class="govuk-heading-l">
        {topic} {appeal.level === 'protected' && <Badge colour="red">{t.protectedNote[lang].split(':')[0]}</Badge>}
      </h1>
      <AppealNotes {...props} />
      <AppealBrief {...props} />
      <div class="mek-appeal">
        <div class="mek-appeal__main">
          <AppealMessages {...props} />
          <AppealActs {...props} />
        </div>
        <div class="mek-appeal__side">
          <AppealClocks {...props} />
          <AppealFacts {...props} />
          <AppealHistory {...props} />
        </div>
      </div>
      <KeyList page={page} on="appeal" hasKeys={props.visitor.hasKeys} />
    </StaffPage>
  )
}

/** After acts that move an appeal: whose it is now. */
function whereNow({ appeal, teams, staffNames }: AppealDesk, done: DoneAct): Text[] {
  const team = teams.find(({ id }) => id === appeal.teamId)
  if (done === 'handToTeam' || done === 'protect') return team ? [whereTexts.withTeam(team.name)] : []
  if (done !== 'assign') return []
  const name = appeal.assigneeId === undefined ? undefined : staffNames.get(appeal.assigneeId)
  return [name === undefined ? whereTexts.withNobody : whereTexts.withHolder(name)]
}

/** Both stand here: what others did since the form was made, and, where its form is gone, what was typed into it. */
const FailedBanner = (props: AppealPageProps & { failed: FailedAct }) => {
  const { page, failed, desk, visitor } = props
  const { lang } = page
  const isGone = !isOffered(failed.act, desk.appeal, visitor)
  if (!failed.isStale && !isGone)
    return <ErrorSummary errors={failed.errors} targets={targetsOf(failed.act, failed.errors)} />
  return (
    <>
      <NotificationBanner heading={actTexts.changedTitle[lang]}>
        <p class="govuk-body">{isGone ? actTexts.cannotNow[lang] : actTexts.changedBody[lang]}</p>
        <Timeline items={eventsSince(props, seenVersion(failed))} />
      </NotificationBanner>
      {isGone && wordsIn(failed.filled).length > 0 && <WrittenWords lang={lang} filled={failed.filled} />}
    </>
  )
}

const AppealNotes = ({ page: { lang }, desk: { appeal } }: AppealPageProps) => (
  <>
    {appeal.inDanger && <WarningText>{t.dangerNote[lang]}</WarningText>}
    {appeal.level === 'protected' && <WarningText>{t.protectedNote[lang]}</WarningText>}
    {appeal.isRoutingFlagged && <InsetText>{t.flagged[lang]}</InsetText>}
    {appeal.rating && (
      <InsetText>
        <p class="govuk-body">
          {ratingTexts.saidOf[lang]}: <strong>{scoreNames[appeal.rating.score][lang]}</strong>
        </p>
        {appeal.rating.words !== undefined && <p class="govuk-body mek-words-of">{appeal.rating.words}</p>}
      </InsetText>
    )}
    {appeal.callSince && <InsetText>{t.callBack[lang]}</InsetText>}
  </>
)
