import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { BackLink, Button, Details, ErrorSummary, Form, InsetText, StaffPage, SummaryList, Tag } from '#src/ui/index.ts'
import { staffNav } from '#src/ui/staff-nav.ts'
import { peopleTexts as t } from '../texts/people.ts'
import { PersonFields } from './invite-page.tsx'
import { DoneBanner } from './parts.tsx'
import { stateColours, type Person } from './people-page.tsx'

type Props = {
  page: PageContext
  person: Person
  isMailOn: boolean
  errors?: readonly FormError[]
  filled: Filled
  done?: Text | undefined
}

export const PersonPage = (props: Props) => {
  const { page, person, errors = [], filled, done } = props
  const { lang } = page
  return (
    <StaffPage page={page} title={person.name} nav={staffNav(page, 'people')} hasErrors={errors.length > 0}>
      <BackLink href={paths.staffPeople()}>{t.backToPeople[lang]}</BackLink>
      <DoneBanner done={done} lang={lang} />
      <ErrorSummary errors={errors} targets={{ account: null }} />
      <h1 class="govuk-heading-l">{person.name}</h1>
      <SummaryList
        rows={[
          { key: t.email[lang], value: person.email },
          { key: t.state[lang], value: <Tag colour={stateColours[person.state]}>{t[person.state][lang]}</Tag> },
          { key: t.teams[lang], value: person.teams.map((team) => team[lang]).join(', ') || '–' },
        ]}
      />
      <Form page={page} action={paths.staffPerson(person.id)}>
        <PersonFields page={page} errors={errors} filled={filled} />
        <Button>{t.save[lang]}</Button>
      </Form>
      <NewLink {...props} />
      {person.state !== 'disabled' && (
        <Details summary={t.disableSummary[lang]}>
          <p class="govuk-body">{t.disableWhy[lang]}</p>
          <Form page={page} action={paths.staffPersonDisable(person.id)}>
            <Button kind="warning">{t.disable[lang]}</Button>
          </Form>
        </Details>
      )}
    </StaffPage>
  )
}

// The same act under the name it has in each state.
const newLink = {
  invited: { summary: t.againSummary, why: t.againWhy, button: t.again },
  active: { summary: t.resetSummary, why: t.resetWhy, button: t.reset },
  disabled: { summary: t.enableSummary, why: t.enableWhy, button: t.enable },
} as const

const NewLink = ({ page, person, isMailOn }: Props) => {
  const { summary, why, button } = newLink[person.state]
  return (
    <Details summary={summary[page.lang]}>
      <p class="govuk-body">{why[page.lang]}</p>
      {!isMailOn && <InsetText>{t.mailOff[page.lang]}</InsetText>}
      <Form page={page} action={paths.staffPersonReset(person.id)}>
        <Button kind="secondary" preventDoubleClick>
          {button[page.lang]}
        </Button>
      </Form>
    </Details>
  )
}
