import type { FastifyRequest } from 'fastify'
import type { Filled, FormError } from '#src/kernel/form.ts'
import type { AsWho } from '#src/modules/appeals/index.ts'
import { catalogue, type Catalogue, type Topic } from '#src/modules/catalogue/index.ts'
import { chosenKind } from '#src/modules/intake/forms/first-screens.ts'
import { currenciesOf, type ReadDraft } from '#src/modules/intake/forms/whole-draft.ts'
import type { Draft } from '#src/modules/intake/keep-draft/draft.ts'
import { ContactPage } from '#src/modules/intake/pages/contact-page.tsx'
import { QuestionsPage } from '#src/modules/intake/pages/questions-page.tsx'
import type { Place } from '#src/modules/intake/pages/step-page.tsx'
import { TopicPage } from '#src/modules/intake/pages/topic-page.tsx'
import { WhoPage } from '#src/modules/intake/pages/who-page.tsx'
import { WordsPage } from '#src/modules/intake/pages/words-page.tsx'
import { sortedCountries } from '#src/modules/intake/rules/countries.ts'
import { phoneWithCountry } from '#src/modules/intake/rules/phones.ts'
import type { TypedStep } from '#src/modules/intake/rules/steps.ts'
import { readPhone } from '#src/modules/people/rules.ts'

type Shown = {
  readonly draft: Draft
  readonly read: ReadDraft
  readonly place: Place
  readonly errors: readonly FormError[]
  readonly filled: Filled
}

/** The page of a screen that is typed into, fresh or with errors. */
export function typedStepPage({ page }: FastifyRequest, step: TypedStep, shown: Shown) {
  const data = catalogue()
  const { read, place, errors, filled } = shown
  const frame = { page, place, errors, filled }
  switch (step) {
    case 'who': {
      const kind = chosenKind(filled) ?? shown.draft.content.kind
      const start = { kind, topicId: undefined, isKindAsked: true }
      return <WhoPage {...frame} {...whoWords(data, page.lang)} start={start} isDraftLost={false} />
    }
    case 'topic':
      return <TopicPage {...frame} groups={groupsFor(data, read, shown.draft)} />
    case 'words':
      return <WordsPage {...frame} kind={shown.draft.content.kind} />
    case 'questions':
      return (
        <QuestionsPage
          {...frame}
          questions={read.questions}
          isOnBehalf={read.who?.onBehalf === true}
          currencies={currenciesOf(data)}
          usualCurrency={data.country(read.who?.country ?? '')?.currency}
        />
      )
    case 'contact':
      return (
        <ContactPage
          {...frame}
          safeContact={data.question('safeContact')}
          phones={phonesIn(data, read, filled)}
          isOnBehalf={read.who?.onBehalf === true}
          pinName={data.formats.pin.name}
        />
      )
  }
}

/** What the typed number can be, as it is asked about. */
function phonesIn(data: Catalogue, { who }: ReadDraft, { phone }: Filled) {
  const readings = typeof phone === 'string' ? readPhone(phone, who?.country) : []
  return readings.map((reading) => ({ number: reading.number, words: phoneWithCountry(data, reading) }))
}

/** What the first screen takes from the catalogue. */
export const whoWords = (data: Catalogue, lang: FastifyRequest['page']['lang']) => ({
  countries: sortedCountries(data, lang),
  question: data.question,
})

/** Groups with their topics; the one made for such a person first. */
function groupsFor(data: Catalogue, { who }: ReadDraft, { content }: Draft) {
  const groups = data.topicGroups.map((group) => ({
    group,
    topics: data.topics.filter((topic) => topic.group === group.id && topic.kinds.includes(content.kind)),
  }))
  const isOwn = ({ topics }: { topics: readonly Topic[] }) => topics.some((topic) => isMadeFor(topic, who?.asWho))
  return [...groups.filter(isOwn), ...groups.filter((one) => !isOwn(one))].filter(({ topics }) => topics.length > 0)
}

const isMadeFor = ({ audience }: Topic, asWho: AsWho | undefined) =>
  (asWho === 'foreigner' || asWho === 'compatriot') && audience === asWho
