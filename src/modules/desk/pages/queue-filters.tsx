import type { PageContext } from '#src/kernel/page.ts'
import { langs } from '#src/kernel/lang.ts'
import type { QueueFilter, QueueView } from '#src/modules/appeals/index.ts'
import { states } from '#src/modules/appeals/rules/states.ts'
import { stateNames } from '#src/modules/appeals/texts.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { OTHER_COUNTRY } from '#src/modules/catalogue/rules/countries.ts'
import type { Team } from '#src/modules/staff/index.ts'
import { paths } from '#src/paths.ts'
import { Button, Details, Form, Select } from '#src/ui/index.ts'
import { queueTexts as t } from '../texts/queue.ts'

type Props = { page: PageContext; view: QueueView; filter: QueueFilter; offered: readonly Team[]; catalogue: Catalogue }

/** Team, topic, country, language, state: folded until one is set. The choice stands in the address. */
export const QueueFilters = (props: Props) => {
  const { page, view, filter, catalogue } = props
  const { lang } = page
  const isSet = Object.keys(filter).length > 0
  return (
    <Details summary={t.filters[lang]} isOpen={isSet}>
      <Form page={page} method="get" action={paths.staffQueue(view)} class="mek-filters">
        {props.offered.length > 0 && <TeamSelect {...props} />}
        <Select
          name="topic"
          label={t.topic[lang]}
          value={filter.topicId ?? ''}
          items={[
            { value: '', text: t.anyTopic[lang] },
            ...catalogue.topicGroups.map((group) => ({
              label: group.name[lang],
              items: catalogue.topics
                .filter((topic) => topic.group === group.id)
                .map((topic) => ({ value: topic.id, text: topic.name[lang] })),
            })),
          ]}
        />
        <Select
          name="country"
          label={t.country[lang]}
          value={filter.country ?? ''}
          items={[
            { value: '', text: t.anyCountry[lang] },
            ...[...catalogue.countries, catalogue.country(OTHER_COUNTRY) ?? []]
              .flat()
              .map((country) => ({ value: country.iso, text: country.name[lang] })),
          ]}
        />
        <Select
          name="lang"
          label={t.language[lang]}
          value={filter.lang ?? ''}
          items={[{ value: '', text: t.anyLang[lang] }, ...langs.map((one) => ({ value: one, text: t[one][lang] }))]}
        />
        <Select
          name="state"
          label={t.state[lang]}
          value={filter.state ?? ''}
          items={[
            { value: '', text: t.anyState[lang] },
            ...states.map((state) => ({ value: state, text: stateNames[state][lang] })),
          ]}
        />
        <Button kind="secondary">{t.apply[lang]}</Button>{' '}
        {isSet && (
          <a class="govuk-link" href={paths.staffQueue(view)}>
            {t.clear[lang]}
          </a>
        )}
      </Form>
    </Details>
  )
}

const TeamSelect = ({ page: { lang }, filter, offered }: Props) => (
  <Select
    name="team"
    label={t.team[lang]}
    value={filter.teamId ?? ''}
    items={[{ value: '', text: t.anyTeam[lang] }, ...offered.map(({ id, name }) => ({ value: id, text: name[lang] }))]}
  />
)
