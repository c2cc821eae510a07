import type { Act } from '#src/modules/appeals/index.ts'
import { urgencyNames } from '#src/modules/appeals/texts.ts'
import { Button, ButtonGroup, Checkboxes, Select, Textarea } from '#src/ui/index.ts'
import { isOffered } from '../rules/appeal-desk.ts'
import { actTexts as t } from '../texts/acts.ts'
import { appealPageTexts } from '../texts/appeal.ts'
import { ActForm, fieldOf, Folded, inTheirLanguage, leftOf, Send, type ActProps } from './act-form.tsx'
import type { AppealPageProps } from './appeal-page-props.ts'
import { CloseForm } from './close-form.tsx'
import { ExtendForm } from './extend-form.tsx'
import { MessageFiles } from './message-files.tsx'

/** What can be done now, asked of the same table as the verbs: the answer first, the rest folded. */
export const AppealActs = (props: AppealPageProps) => {
  const { page, desk, visitor } = props
  const can = (act: Act) => isOffered(act, desk.appeal, visitor)
  const { lang } = page
  return (
    <section class="mek-no-print" aria-labelledby="what-next">
      <h2 class="govuk-heading-m" id="what-next">
        {appealPageTexts.whatNext[lang]}
      </h2>
      {(can('take') || can('register')) && (
        <ButtonGroup>
          {can('take') && <OneTap {...props} act="take" isMain />}
          {can('register') && <OneTap {...props} act="register" />}
        </ButtonGroup>
      )}
      {can('answer') && (
        <WordsForm {...props} act="answer" label={t.answerLabel[lang]} hint={t.answerHint[lang]} isOpen />
      )}
      {can('ask') && <WordsForm {...props} act="ask" label={t.askLabel[lang]} hint={t.askHint[lang]} />}
      {can('tell') && <WordsForm {...props} act="tell" label={t.tellLabel[lang]} />}
      {can('note') && <NoteForm {...props} />}
      {can('close') && <CloseForm {...props} />}
      {can('assign') && <AssignForm {...props} />}
      {can('handToTeam') && <HandForm {...props} />}
      {can('changeTopic') && <TopicForm {...props} />}
      {can('changeUrgency') && <UrgencyForm {...props} />}
      {can('extend') && <ExtendForm {...props} />}
      {can('reopen') && <ReasonForm {...props} act="reopen" hint={t.reopenHint[lang]} />}
      {can('protect') && (
        <Folded {...props} act="protect">
          <p class="govuk-body">{t.protectHint[lang]}</p>
          <ActForm {...props} act="protect">
            <Button kind="warning">{t.protect[lang]}</Button>
          </ActForm>
        </Folded>
      )}
    </section>
  )
}

const OneTap = (props: ActProps & { isMain?: boolean }) => (
  <ActForm {...props}>
    <Button
      kind={props.isMain ? 'main' : 'secondary'}
      preventDoubleClick
      attributes={{ 'data-key': props.act === 'take' ? 't' : undefined }}
    >
      {t[props.act][props.page.lang]}
    </Button>
  </ActForm>
)

const WordsForm = (props: ActProps & { label: string; hint?: string; isOpen?: boolean }) => (
  <Folded {...props}>
    <ActForm {...props} hasFiles>
      <Textarea
        {...fieldOf(props, 'text')}
        label={props.label}
        hint={[props.hint, inTheirLanguage(props)].filter(Boolean).join(' ')}
        rows={props.act === 'answer' ? 8 : 4}
        attributes={props.act === 'answer' ? { 'data-key': 'a' } : {}}
      />
      <MessageFiles
        lang={props.page.lang}
        appealId={props.desk.appeal.id}
        id={`${props.act}-file`}
        error={fieldOf(props, 'file').error}
        files={leftOf(props) ? props.messageFiles : []}
      />
      <ButtonGroup>
        <Send {...props} />
        <Button kind="secondary" name="send" value="file">
          {t.addFile[props.page.lang]}
        </Button>
      </ButtonGroup>
    </ActForm>
  </Folded>
)

const ReasonForm = (props: ActProps & { hint: string }) => (
  <Folded {...props}>
    <ActForm {...props}>
      <Textarea
        {...fieldOf(props, 'reason')}
        label={t.reason[props.page.lang]}
        hint={`${props.hint} ${inTheirLanguage(props)}`}
        rows={3}
      />
      <Send {...props} />
    </ActForm>
  </Folded>
)

const NoteForm = (page: AppealPageProps) => {
  const props: ActProps = { ...page, act: 'note' }
  const { lang } = page.page
  return (
    <Folded {...props}>
      <ActForm {...props}>
        <Textarea {...fieldOf(props, 'text')} label={t.noteLabel[lang]} rows={3} />
        {page.desk.appeal.callSince && (
          <Checkboxes name="hasCalled" items={[{ value: 'yes', text: t.hasCalled[lang] }]} isSmall />
        )}
        <Send {...props} />
      </ActForm>
    </Folded>
  )
}

const AssignForm = (page: AppealPageProps) => {
  const props: ActProps = { ...page, act: 'assign' }
  const { lang } = page.page
  const people = page.desk.members.filter(({ state }) => state === 'active')
  return (
    <Folded {...props}>
      <ActForm {...props}>
        <Select
          {...fieldOf(props, 'staffId')}
          label={t.assignLabel[lang]}
          items={[
            { value: '', text: t.nobody[lang] },
            ...people.map(({ staffId, name }) => ({ value: staffId, text: name })),
          ]}
        />
        <Send {...props} />
      </ActForm>
    </Folded>
  )
}

const HandForm = (page: AppealPageProps) => {
  const props: ActProps = { ...page, act: 'handToTeam' }
  const { lang } = page.page
  const { appeal, teams } = page.desk
  const wanted = appeal.level === 'protected' ? 'protection' : 'ordinary'
  const others = teams.filter(({ id, kind, isActive }) => isActive && kind === wanted && id !== appeal.teamId)
  return (
    <Folded {...props}>
      <ActForm {...props}>
        <Select
          {...fieldOf(props, 'teamId')}
          label={t.teamLabel[lang]}
          items={[
            { value: '', text: t.chooseOne[lang] },
            ...others.map(({ id, name }) => ({ value: id, text: name[lang] })),
          ]}
        />
        <Textarea {...fieldOf(props, 'reason')} label={t.reason[lang]} rows={2} />
        <Send {...props} />
      </ActForm>
    </Folded>
  )
}

const TopicForm = (page: AppealPageProps) => {
  const props: ActProps = { ...page, act: 'changeTopic' }
  const { lang } = page.page
  const { catalogue } = page
  const groups = catalogue.topicGroups.map((group) => ({
    label: group.name[lang],
    items: catalogue.topics
      .filter((topic) => topic.group === group.id)
      .map(({ id, name }) => ({ value: id, text: name[lang] })),
  }))
  return (
    <Folded {...props}>
      <ActForm {...props}>
        <Select
          {...fieldOf(props, 'topicId')}
          label={t.topicLabel[lang]}
          items={[{ value: '', text: t.chooseOne[lang] }, ...groups]}
        />
        <Textarea {...fieldOf(props, 'reason')} label={t.reason[lang]} rows={2} />
        <Send {...props} />
      </ActForm>
    </Folded>
  )
}

const UrgencyForm = (page: AppealPageProps) => {
  const props: ActProps = { ...page, act: 'changeUrgency' }
  const { lang } = page.page
  const field = fieldOf(props, 'urgency')
  return (
    <Folded {...props}>
      <ActForm {...props}>
        <Select
          {...field}
          value={field.value ?? page.desk.appeal.urgency}
          label={t.urgencyLabel[lang]}
          items={page.catalogue.urgencyLevels.map(({ id }) => ({ value: id, text: urgencyNames[id][lang] }))}
        />
        <Textarea {...fieldOf(props, 'reason')} label={t.reason[lang]} rows={2} />
        <Send {...props} />
      </ActForm>
    </Folded>
  )
}
