import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { Topic, TopicGroup } from '#src/modules/catalogue/index.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { paths } from '#src/paths.ts'
import { Button, Details, ErrorMessage, errorOf, Form, FormGroup, Radios, valueOf } from '#src/ui/index.ts'
import { KeptAlong, StepPage, type Place } from './step-page.tsx'

type Props = {
  page: PageContext
  place: Place
  errors: readonly FormError[]
  filled: Filled
  /** In the order they are shown. */
  groups: readonly { readonly group: TopicGroup; readonly topics: readonly Topic[] }[]
}

/** Nine groups, each opened by a tap: 35 topics at once are too many for a small screen. */
export const TopicPage = ({ page, place, errors, filled, groups }: Props) => {
  const { lang } = page
  const chosen = valueOf(filled, 'topic')
  const error = errorOf(errors, 'topic', lang)
  return (
    <StepPage page={page} place={place} title={t.topicTitle} errors={errors} filled={filled}>
      <p class="govuk-body">{t.topicIntro[lang]}</p>
      <Form page={page} action={paths.askStep(lang, 'topic')}>
        <KeptAlong place={place} />
        <FormGroup error={error}>
          <div id="topic" tabIndex={-1}>
            {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
            {groups.map(({ group, topics }) => (
              <Group lang={lang} group={group} topics={topics} chosen={chosen} />
            ))}
          </div>
        </FormGroup>
        <Button preventDoubleClick>{t.continue[lang]}</Button>
      </Form>
    </StepPage>
  )
}

type GroupProps = { lang: Lang; group: TopicGroup; topics: readonly Topic[]; chosen: string | undefined }

const Group = ({ lang, group, topics, chosen }: GroupProps) => {
  const isHere = topics.some(({ id }) => id === chosen)
  return (
    <Details
      isOpen={isHere}
      summary={
        <>
          {group.name[lang]}
          {isHere && ` (${t.chosen[lang]})`}
        </>
      }
    >
      <Radios
        name="topic"
        id={`topic-${group.id}`}
        legend={group.name[lang]}
        isLegendHidden
        items={topics.map((topic) => ({ value: topic.id, text: topic.name[lang] }))}
        value={chosen}
      />
    </Details>
  )
}
