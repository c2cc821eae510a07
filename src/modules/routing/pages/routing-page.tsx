import type { PageContext } from '#src/kernel/page.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { paths } from '#src/paths.ts'
import { Button, Form, NotificationBanner, Select, StaffPage, Table } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { ANY } from '../rules.ts'
import type { BodyRow, Change, TeamRow } from '../store.ts'
import { routingTexts as t } from '../texts.ts'
import type { Names } from './names.ts'

export type RoutingFilter = { readonly group: string; readonly body: string }

type Props = {
  readonly page: PageContext
  readonly law: Catalogue
  readonly names: Names
  /** Already filtered; rows taken out are among them. */
  readonly bodies: readonly BodyRow[]
  readonly teams: readonly TeamRow[]
  readonly changes: readonly Change[]
  readonly filter: RoutingFilter
  readonly isSaved: boolean
}

export const RoutingPage = (props: Props) => {
  const { page, isSaved } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'routing')}>
      {isSaved && <NotificationBanner kind="success" heading={t.saved[lang]} />}
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body">{t.intro[lang]}</p>
      <Bodies {...props} />
      <Teams {...props} />
      <History {...props} />
    </StaffPage>
  )
}

const Bodies = ({ page, law, names, bodies, filter }: Props) => {
  const { lang } = page
  const groups = law.topicGroups.map(({ id, name }) => ({ value: id, text: name[lang] }))
  const all = law.bodies.map(({ id, name }) => ({ value: id, text: name[lang] }))
  const rows = law.topics.flatMap((topic) => bodies.filter(({ topicId }) => topicId === topic.id))
  return (
    <section aria-labelledby="bodies">
      <h2 class="govuk-heading-m" id="bodies">
        {t.bodies[lang]}
      </h2>
      <Form page={page} action={paths.staffRouting()} method="get">
        <Select
          name="group"
          label={t.topicGroup[lang]}
          value={filter.group}
          items={[{ value: '', text: t.allGroups[lang] }, ...groups]}
        />
        <Select
          name="body"
          label={t.body[lang]}
          value={filter.body}
          items={[{ value: '', text: t.allBodies[lang] }, ...all]}
        />
        <Button kind="secondary">{t.filter[lang]}</Button>
      </Form>
      {rows.length === 0 ? (
        <p class="govuk-body">{t.nothingFound[lang]}</p>
      ) : (
        <Table
          isStacked
          isWide
          caption={t.bodies[lang]}
          isCaptionHidden
          columns={[t.topic, t.country, t.body, t.reason, t.when, t.act].map((title) => ({ title: title[lang] }))}
          rows={rows.map((row) => {
            const place = { kind: 'body', subject: row.topicId, scope: row.country } as const
            return [
              names.subject(place),
              names.scope(place),
              row.bodyId === null && row.country === ANY ? t.noRowAtAll[lang] : names.target('body', row.bodyId),
              names.reason(row.reasonId),
              names.when(row.changedAt, row.changedByName),
              <ChangeLink
                href={paths.staffRoutingTopic(row.topicId, { country: row.country })}
                text={t.change[lang]}
                of={`${names.subject(place)}, ${names.scope(place)}`}
              />,
            ]
          })}
        />
      )}
    </section>
  )
}

const Teams = ({ page, names, teams }: Props) => {
  const { lang } = page
  return (
    <section aria-labelledby="teams">
      <h2 class="govuk-heading-m" id="teams">
        {t.teams[lang]}
      </h2>
      <Table
        isStacked
        caption={t.teams[lang]}
        isCaptionHidden
        columns={[t.language, t.topicGroup, t.team, t.when, t.act].map((title) => ({ title: title[lang] }))}
        rows={teams.map((row) => {
          const place = { kind: 'team', subject: row.lang, scope: row.topicGroup } as const
          return [
            names.subject(place),
            names.scope(place),
            names.target('team', row.teamId),
            names.when(row.changedAt, row.changedByName),
            <ChangeLink
              href={paths.staffRoutingTeam(row.lang, { group: row.topicGroup })}
              text={t.change[lang]}
              of={`${names.subject(place)}, ${names.scope(place)}`}
            />,
          ]
        })}
      />
    </section>
  )
}

const History = ({ page, names, changes }: Props) => {
  const { lang } = page
  return (
    <section aria-labelledby="history">
      <h2 class="govuk-heading-m" id="history">
        {t.history[lang]}
      </h2>
      {changes.length === 0 ? (
        <p class="govuk-body">{t.noHistory[lang]}</p>
      ) : (
        <Table
          isStacked
          isWide
          caption={t.history[lang]}
          isCaptionHidden
          columns={[t.when, t.what, t.wasAndIs, t.reason, t.act].map((title) => ({ title: title[lang] }))}
          rows={changes.map((change) => [
            names.when(change.changedAt, change.changedByName),
            `${names.subject(change)}, ${names.scope(change)}`,
            `${names.target(change.kind, change.before)} → ${names.target(change.kind, change.after)}`,
            change.words ?? t.byCatalogue[lang],
            <ChangeLink
              href={paths.staffRoutingUndo(change.id)}
              text={t.undo[lang]}
              of={`${names.subject(change)}, ${names.scope(change)}`}
            />,
          ])}
        />
      )}
    </section>
  )
}

/** A row of links all named "Change" says nothing to who hears the page: each also names its row. */
const ChangeLink = ({ href, text, of }: { href: string; text: string; of: string }) => (
  <a class="govuk-link" href={href}>
    {text}
    <span class="govuk-visually-hidden">: {of}</span>
  </a>
)
