import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { momentInFigures, serviceTimeZone } from '#src/language/dates.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  Details,
  Form,
  InsetText,
  NotificationBanner,
  Pagination,
  StaffPage,
  Table,
  Tag,
  type TagColour,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { noticeStates, type NoticeState } from '../rules.ts'
import type { NoticeLine } from '../store.ts'
import { outboxTexts as t, templateNames } from '../texts/outbox.ts'

export type OutboxLine = NoticeLine & {
  readonly lang: Lang
  /** Of a protected appeal, shown to who is no protector: neither which notice nor when. */
  readonly isHidden: boolean
  /** What would go; only shown while no mail is sent. */
  readonly letter: { readonly to: string; readonly subject: string; readonly text: string } | undefined
}

type Props = {
  page: PageContext
  lines: readonly OutboxLine[]
  state: NoticeState | undefined
  isFirst: boolean
  older: string | undefined
  isMailOn: boolean
  hasRetried: boolean
}

export const OutboxPage = (props: Props) => {
  const { page, lines, state, isFirst, older } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'notices')}>
      {props.hasRetried && <NotificationBanner kind="success" heading={t.retried[lang]} />}
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      {!props.isMailOn && <InsetText>{t.mailOff[lang]}</InsetText>}
      <States lang={lang} current={state} />
      {state === 'dead' && lines.length > 0 && (
        <Form page={page} action={paths.staffNoticesRetry()}>
          <Button kind="secondary" name="which" value="allDead" preventDoubleClick>
            {t.retryAll[lang]}
          </Button>
        </Form>
      )}
      {lines.length === 0 ? <p class="govuk-body">{t.nothing[lang]}</p> : <Lines {...props} />}
      <Pagination
        previous={isFirst ? undefined : { href: paths.staffNotices({ state }), text: t.newest[lang] }}
        next={
          older === undefined ? undefined : { href: paths.staffNotices({ state, before: older }), text: t.older[lang] }
        }
      />
    </StaffPage>
  )
}

const States = ({ lang, current }: { lang: Lang; current: NoticeState | undefined }) => (
  <nav aria-label={t.filter[lang]}>
    <ul class="govuk-list mek-tabs">
      {[undefined, ...noticeStates].map((state) => (
        <li>
          <a
            class="govuk-link"
            href={paths.staffNotices({ state })}
            aria-current={state === current ? 'page' : undefined}
          >
            {t[state ?? 'all'][lang]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const colours = {
  waiting: 'grey',
  failed: 'yellow',
  sent: 'green',
  dead: 'red',
  held: 'yellow',
} as const satisfies Record<NoticeState, TagColour>

const Lines = ({ page, lines }: Props) => {
  const { lang } = page
  return (
    <Table
      caption={t.title[lang]}
      isCaptionHidden
      isStacked
      columns={[t.when, t.notice, t.state, t.tries, t.trouble, t.act].map((title) => ({ title: title[lang] }))}
      rows={lines.map((line) => ({
        isCritical: line.state === 'dead',
        cells: [
          !line.isHidden && (
            <time datetime={line.createdAt.toISOString()}>
              {momentInFigures(line.createdAt, serviceTimeZone)[lang]}
            </time>
          ),
          <>
            {line.isHidden ? t.ofProtected[lang] : templateNames[line.template][lang]}
            {line.letter && <LetterDetails lang={lang} line={line} letter={line.letter} />}
          </>,
          <Tag colour={colours[line.state]}>{t[line.state][lang]}</Tag>,
          String(line.tries),
          line.lastError ?? '',
          (line.state === 'dead' || line.state === 'failed') && <RetryForm page={page} id={line.id} />,
        ],
      }))}
    />
  )
}

const RetryForm = ({ page, id }: { page: PageContext; id: string }) => (
  <Form page={page} action={paths.staffNoticesRetry()}>
    <Button kind="secondary" name="which" value={id} preventDoubleClick>
      {t.retry[page.lang]}
    </Button>
  </Form>
)

type LetterProps = { lang: Lang; line: OutboxLine; letter: NonNullable<OutboxLine['letter']> }
const LetterDetails = ({ lang, line, letter }: LetterProps) => (
  <Details summary={t.letter[lang]}>
    <p class="govuk-body">
      {t.to[lang]}: {letter.to}
      <br />
      {t.subject[lang]}: <span lang={line.lang}>{letter.subject}</span>
    </p>
    <pre class="mek-pre" lang={line.lang}>
      {letter.text}
    </pre>
  </Details>
)
