import type { FormError } from '#src/kernel/form.ts'
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
import { teamsTexts as t } from '../texts/teams.ts'

export type DutyLine = {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  readonly isOnDuty: boolean
  readonly isTold: boolean
  readonly isProtector: boolean
}

type Props = {
  page: PageContext
  list: readonly DutyLine[]
  candidates: readonly { readonly id: string; readonly name: string }[]
  errors?: readonly FormError[]
}

export const DutyPage = ({ page, list, candidates, errors = [] }: Props) => {
  const { lang } = page
  return (
    <StaffPage page={page} title={t.dutyTitle} nav={staffNav(page, 'duty')} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.dutyTitle[lang]}</h1>
      <p class="govuk-body">{t.dutyIntro[lang]}</p>
      {!list.some(({ isTold }) => isTold) && <WarningText>{t.dutyEmpty[lang]}</WarningText>}
      {list.length > 0 && (
        <Table
          isStacked
          columns={[t.order, t.person, t.state, t.action].map((title) => ({ title: title[lang] }))}
          caption={t.dutyTitle[lang]}
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
      <Form page={page} action={paths.staffDuty()}>
        <Select
          name="staffId"
          label={t.person[lang]}
          items={[
            { value: '', text: t.choose[lang] },
            ...candidates.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          error={errorOf(errors, 'staffId', lang)}
        />
        <Button name="move" value="add">
          {t.addDuty[lang]}
        </Button>
      </Form>
    </StaffPage>
  )
}

const DutyState = ({ page: { lang }, line }: { page: PageContext; line: DutyLine }) => (
  <>
    <Tag colour={line.isOnDuty ? 'green' : 'grey'}>{line.isOnDuty ? t.onDuty[lang] : t.offDuty[lang]}</Tag>
    {line.isOnDuty && !line.isTold && <p class="govuk-body">{t.cannotEnter[lang]}</p>}
    {line.isOnDuty && line.isTold && !line.isProtector && <p class="govuk-body">{t.notProtector[lang]}</p>}
  </>
)

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
