import type { FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { roleNames, type Role } from '#src/kernel/roles.ts'
import { paths } from '#src/paths.ts'
import {
  Button,
  ButtonGroup,
  errorOf,
  ErrorSummary,
  Form,
  Select,
  StaffPage,
  Table,
  Tag,
  WarningText,
} from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import type { StaffState } from '../store/accounts.ts'
import type { DutyGap } from '../rules/duty-cover.ts'
import { dutyGapTexts, dutyTexts as t } from '../texts/duty.ts'
import { teamsTexts } from '../texts/teams.ts'
import { DoneBanner } from './parts.tsx'

export type DutyLine = {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  readonly state: StaffState
  readonly isOnDuty: boolean
  readonly isTold: boolean
  readonly isProtector: boolean
}

type Props = {
  page: PageContext
  list: readonly DutyLine[]
  gaps: readonly DutyGap[]
  candidates: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  /** Somebody is left out of the candidates because the set-up is not finished. */
  hasInvited: boolean
  errors: readonly FormError[]
  done: Text | undefined
}

export const DutyPage = (props: Props) => {
  const { page, list, gaps, errors, done } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={t.title} nav={staffNav(page, 'duty')} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <DoneBanner done={done} lang={lang} />
      <h1 class="govuk-heading-l">{t.title[lang]}</h1>
      <p class="govuk-body">{t.intro[lang]}</p>
      {gaps.map((gap) => (
        <WarningText class="mek-red-line">{dutyGapTexts[gap][lang]}</WarningText>
      ))}
      {list.length > 0 && (
        <Table
          isStacked
          columns={[t.order, teamsTexts.person, teamsTexts.state, teamsTexts.action].map((title) => ({
            title: title[lang],
          }))}
          caption={t.title[lang]}
          isCaptionHidden
          rows={list.map((line, place) => [
            String(place + 1),
            <>
              {line.name}, {roleNames[line.role][lang]}
            </>,
            <DutyState page={page} line={line} />,
            <Moves page={page} line={line} isFirst={place === 0} />,
          ])}
        />
      )}
      <AddForm {...props} />
    </StaffPage>
  )
}

const AddForm = ({ page, candidates, hasInvited, errors }: Props) => {
  const { lang } = page
  const hint = hasInvited ? t.onlyReady[lang] : undefined
  if (candidates.length === 0)
    return (
      <p class="govuk-body">
        {t.nobodyToAdd[lang]} {hint}
      </p>
    )
  return (
    <Form page={page} action={paths.staffDuty()}>
      <Select
        name="staffId"
        label={t.whom[lang]}
        hint={hint}
        items={[
          { value: '', text: teamsTexts.choose[lang] },
          ...candidates.map(({ id, name, role }) => ({ value: id, text: `${name}, ${roleNames[role][lang]}` })),
        ]}
        error={errorOf(errors, 'staffId', lang)}
      />
      <Button name="move" value="add">
        {t.add[lang]}
      </Button>
    </Form>
  )
}

/** Why a line on the list is told of nothing; undefined where it is. */
const blockOf = ({ state, isOnDuty, isTold }: DutyLine): Text | undefined => {
  if (!isOnDuty || isTold) return undefined
  return state === 'active' ? t.roleWorksNot : t[state]
}

const DutyState = ({ page: { lang }, line }: { page: PageContext; line: DutyLine }) => {
  const block = blockOf(line)
  const colour = block ? 'red' : line.isOnDuty ? 'green' : 'grey'
  return (
    <>
      <Tag colour={colour}>{line.isOnDuty ? t.onDuty[lang] : t.offDuty[lang]}</Tag>
      {block && <span class="mek-note">{block[lang]}</span>}
      {line.isProtector && <span class="mek-note">{t.isProtector[lang]}</span>}
    </>
  )
}

const Moves = ({ page, line, isFirst }: { page: PageContext; line: DutyLine; isFirst: boolean }) => {
  const { lang } = page
  const move = (value: string, text: string) => (
    <Button kind="secondary" name="move" value={value}>
      {text}
      <span class="govuk-visually-hidden"> {line.name}</span>
    </Button>
  )
  return (
    <Form page={page} action={paths.staffDuty()}>
      <input type="hidden" name="staffId" value={line.staffId} />
      <ButtonGroup>
        {!isFirst && move('up', t.up[lang])}
        {line.isOnDuty ? move('off', t.turnOff[lang]) : move('on', t.turnOn[lang])}
        {move('remove', t.remove[lang])}
      </ButtonGroup>
    </Form>
  )
}
