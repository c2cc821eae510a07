import type { Lang, Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { roleNames, type Role } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import { Button, ButtonGroup, Form, Select, StaffPage, SummaryList, Table, Tag } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { SessionRow } from '../store/sessions.ts'
import { accountTexts as t } from '../texts/account.ts'
import { signInTexts } from '../texts/sign-in.ts'
import { KeysPart } from './keys-part.tsx'
import { DoneBanner, languageItems, Moment } from './parts.tsx'

type Props = {
  page: PageContext
  me: { readonly name: string; readonly email: string; readonly role: Role; readonly teams: readonly Text[] }
  hasKeys: boolean
  codesLeft: number
  sessions: readonly SessionRow[]
  thisSession: string
  timeZone: string
  done?: Text | undefined
}

export const AccountPage = (props: Props) => {
  const { page, done } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={t.accountTitle} nav={staffNav(page, undefined)}>
      <DoneBanner done={done} lang={lang} />
      <h1 class="govuk-heading-l">{t.accountTitle[lang]}</h1>
      <Me {...props} />
      <Form page={page} action={paths.staffLanguage()}>
        <Select name="lang" label={t.language[lang]} items={languageItems} value={lang} />
        <Button kind="secondary">{t.saveLanguage[lang]}</Button>
      </Form>
      <KeysPart page={page} isOn={props.hasKeys} />
      <h2 class="govuk-heading-m">{t.security[lang]}</h2>
      <Security {...props} />
      <h2 class="govuk-heading-m">{t.sessions[lang]}</h2>
      <Sessions {...props} />
    </StaffPage>
  )
}

const Me = ({ page: { lang }, me }: Props) => (
  <SummaryList
    rows={[
      { key: t.name[lang], value: me.name },
      { key: t.email[lang], value: me.email },
      { key: t.role[lang], value: roleNames[me.role][lang] },
      { key: t.teams[lang], value: me.teams.map((team) => team[lang]).join(', ') || t.noTeams[lang] },
    ]}
  />
)

const Security = ({ page: { lang }, codesLeft }: Props) => {
  const row = (key: Text, value: string, href: string, action: Text) => ({
    key: key[lang],
    value,
    actions: [{ href, text: action[lang], hiddenText: key[lang] }],
  })
  return (
    <SummaryList
      rows={[
        row(signInTexts.password, t.isSet[lang], paths.staffPassword(), t.change),
        row(t.app, t.isConnected[lang], paths.staffApp(), t.change),
        row(t.recoveryCodes, t.codesLeft(codesLeft)[lang], paths.staffRecoveryCodes(), t.renew),
      ]}
    />
  )
}

const Sessions = ({ page, sessions, thisSession, timeZone }: Props) => {
  const { lang } = page
  return (
    <>
      <Table
        isStacked
        caption={t.sessions[lang]}
        isCaptionHidden
        columns={[t.device, t.since, t.lastSeen, t.action].map((title) => ({ title: title[lang] }))}
        rows={sessions.map((session) => [
          <>
            {session.device || t.unknownDevice[lang]}{' '}
            {session.id === thisSession && <Tag colour="green">{t.thisSession[lang]}</Tag>}
          </>,
          <Moment at={session.created_at} timeZone={timeZone} />,
          <Moment at={session.seen_at} timeZone={timeZone} />,
          session.id !== thisSession && <EndOne page={page} session={session} lang={lang} />,
        ])}
      />
      <Form page={page} action={paths.staffSessions()}>
        <ButtonGroup>
          {sessions.length > 1 && (
            <Button kind="secondary" name="end" value="others">
              {t.endOthers[lang]}
            </Button>
          )}
          <Button kind="warning" name="end" value="all">
            {t.endAll[lang]}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

const EndOne = ({ page, session, lang }: { page: PageContext; session: SessionRow; lang: Lang }) => (
  <Form page={page} action={paths.staffSessions()}>
    <Button kind="secondary" name="end" value={session.id}>
      {t.endSession[lang]}
      <span class="govuk-visually-hidden"> {session.device || t.unknownDevice[lang]}</span>
    </Button>
  </Form>
)
