import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { momentInFigures, serviceTimeZone } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import { Button, Details, Form, Input, Pagination, Select, StaffPage, Table } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { actorKinds, type Act, type ActFilter } from '../rules/entry.ts'
import type { StoredCheckpoint } from '../store/checkpoints.ts'
import { actNames } from '../texts/acts.ts'
import { actorKindNames, auditTexts as t, thingNames } from '../texts/page.ts'

type Props = {
  page: PageContext
  acts: readonly Act[]
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
  filter: ActFilter
  isFirst: boolean
  /** Where the older page begins. */
  older: string | undefined
  checkpoint: StoredCheckpoint | undefined
  verifierKey: string
}

export const AuditPage = (props: Props) => {
  const { page, acts, filter, isFirst, older } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'audit')}>
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body">{t.lede[lang]}</p>
      <LastCheckpoint {...props} />
      <Filters {...props} />
      {acts.length === 0 ? <p class="govuk-body">{t.nothing[lang]}</p> : <ActTable {...props} />}
      <Pagination
        previous={isFirst ? undefined : { href: linkTo(filter), text: t.newest[lang] }}
        next={older === undefined ? undefined : { href: linkTo(filter, older), text: t.older[lang] }}
      />
    </StaffPage>
  )
}

const linkTo = (filter: ActFilter, before?: string) =>
  paths.staffAudit({
    actor: filter.actorKind,
    id: filter.actorId,
    what: filter.what,
    on: filter.on && `${filter.on.kind}:${filter.on.id}`,
    before,
  })

const Filters = ({ page, filter }: Props) => {
  const { lang } = page
  const isSet = Object.values(filter).some((value) => value !== undefined)
  return (
    <Details summary={t.filters[lang]} isOpen={isSet}>
      <Form page={page} method="get" action={paths.staffAudit()} class="mek-filters">
        <Select
          name="actor"
          label={t.who[lang]}
          value={filter.actorKind ?? ''}
          items={[
            { value: '', text: t.anyActor[lang] },
            ...actorKinds.map((kind) => ({ value: kind, text: actorKindNames[kind][lang] })),
          ]}
        />
        <Input name="id" label={t.actorId[lang]} value={filter.actorId} width="10" autocomplete="off" />
        <Select
          name="what"
          label={t.what[lang]}
          value={filter.what ?? ''}
          items={[
            { value: '', text: t.anyWhat[lang] },
            ...Object.entries(thingNames).map(([thing, name]) => ({ value: thing, text: name[lang] })),
          ]}
        />
        <Button kind="secondary">{t.apply[lang]}</Button>{' '}
        {isSet && (
          <a class="govuk-link" href={paths.staffAudit()}>
            {t.clear[lang]}
          </a>
        )}
      </Form>
    </Details>
  )
}

const ActTable = ({ page: { lang }, acts, names }: Props) => (
  <Table
    caption={t.title[lang]}
    isCaptionHidden
    isStacked
    isWide
    columns={[
      { title: t.when[lang] },
      { title: t.who[lang] },
      { title: t.what[lang] },
      { title: t.on[lang], class: 'mek-breaks' },
      { title: t.fields[lang] },
    ]}
    rows={acts.map((act) => [
      <When at={act.at} lang={lang} />,
      <Who act={act} lang={lang} names={names} />,
      <What name={act.what} lang={lang} />,
      <a class="govuk-link" href={linkTo({ on: act.on })}>
        {thingName(act.on.kind, lang)} {(act.on.kind === 'staff' && names.get(act.on.id)) || act.on.id}
      </a>,
      act.fields.join(', '),
    ])}
  />
)

/** In words, and by the name to be searched for. */
const What = ({ name, lang }: { name: string; lang: Lang }) => (
  <>
    {actNames[name] && (
      <>
        {actNames[name][lang]}
        <br />
      </>
    )}
    <code>{name}</code>
  </>
)

const When = ({ at, lang }: { at: Date; lang: Lang }) => (
  <time datetime={at.toISOString()}>{momentInFigures(at, serviceTimeZone)[lang]}</time>
)

const Who = ({ act: { actorKind, actorId }, lang, names }: { act: Act; lang: Lang; names: Props['names'] }) => {
  const kind = actorKindNames[actorKind][lang]
  if (actorId === undefined) return <>{kind}</>
  const name = actorKind === 'staff' ? (names.get(actorId) ?? `${kind} ${actorId}`) : `${kind}: ${actorId}`
  return (
    <a class="govuk-link" href={linkTo({ actorKind, actorId })}>
      {name}
    </a>
  )
}

const thingName = (kind: string, lang: Lang) => thingNames[kind]?.[lang] ?? kind

const LastCheckpoint = ({ page: { lang }, checkpoint, verifierKey }: Props) => (
  <Details summary={`${t.checkpoint[lang]}: ${checkpoint ? String(checkpoint.size) : t.noCheckpoint[lang]}`}>
    <p class="govuk-body">{t.checkpointHow[lang]}</p>
    {checkpoint && (
      <>
        <p class="govuk-body">
          <When at={checkpoint.at} lang={lang} />
        </p>
        <pre class="mek-pre">{checkpoint.note}</pre>
      </>
    )}
    <pre class="mek-pre">{verifierKey}</pre>
  </Details>
)
