import { RATING_LIMIT, isAsked, scores, type Rating, type Score } from '#src/modules/appeals/rules/rating.ts'
import { scoreNames } from '#src/modules/appeals/texts.ts'
import { paths } from '#src/paths.ts'
import { Button, ButtonGroup, CharacterCount, Details, ErrorMessage, errorOf, Form, valueOf } from '#src/ui/index.ts'
import { isToOpenAgain, openAgainUntil } from '../rules.ts'
import { ratingTexts as t } from '../texts/rating.ts'
import type { AppealPageProps } from './appeal-page-props.ts'
import { ReopenForm } from './closing-forms.tsx'

/** "Was your question answered?": one tap; then what was said, words to it, and for a "no" the way back at once. */
export const RatingPart = (props: AppealPageProps) => {
  const { page, appeal, now } = props
  const { lang } = page
  const { rating, outcome } = appeal
  const isOpen = openAgainUntil(appeal, now) !== undefined
  if (!outcome || !isAsked(outcome) || (!rating && !isOpen)) return null
  return (
    <section class="mek-no-print">
      <h2 class="govuk-heading-m">{t.question[lang]}</h2>
      {rating && <Said {...props} rating={rating} />}
      {!rating && <Scores {...props} />}
      {rating && isOpen && <GoOn {...props} rating={rating} />}
    </section>
  )
}

type WithRating = AppealPageProps & { readonly rating: Rating }

const Said = ({ page: { lang }, rating: { score, words } }: WithRating) => (
  <>
    <p class="govuk-body">
      {t.youSaid[lang]}: <strong>{scoreNames[score][lang]}</strong>
    </p>
    {words !== undefined && <p class="govuk-body mek-words-of">{words}</p>}
  </>
)

/** While it can be opened again: words, another answer, or after a "no" the one button that opens it. */
const GoOn = (props: WithRating) => {
  const { lang } = props.page
  const { score, words } = props.rating
  const isTyped = valueOf(props.filled, 'ratingWords') !== undefined
  return (
    <>
      {isToOpenAgain(props.appeal, props.now) ? (
        <>
          <p class="govuk-body">{t.sorry[lang]}</p>
          <ReopenForm {...props} asks={t.whatMissing[lang]} />
        </>
      ) : words === undefined ? (
        <WordsForm {...props} />
      ) : (
        <Details summary={t.changeWords[lang]} isOpen={isTyped}>
          <WordsForm {...props} />
        </Details>
      )}
      <Details summary={t.changeScore[lang]} isOpen={errorOf(props.errors, 'score', lang) !== undefined}>
        <Scores {...props} but={score} />
      </Details>
    </>
  )
}

const Hidden = ({ actKey, appeal }: Pick<AppealPageProps, 'actKey' | 'appeal'>) => (
  <>
    <input type="hidden" name="key" value={actKey} />
    <input type="hidden" name="round" value={appeal.round} />
  </>
)

/** All of one weight: no answer is the one we would like to hear. */
const Scores = ({ but, ...props }: AppealPageProps & { readonly but?: Score }) => {
  const { lang } = props.page
  const error = errorOf(props.errors, 'score', lang)
  const [first, ...others] = scores.filter((score) => score !== but)
  return (
    <Form page={props.page} action={paths.myAppealAct(lang, 'rate')}>
      <Hidden {...props} />
      {but === undefined && <p class="govuk-hint">{t.hint[lang]}</p>}
      {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
      <ButtonGroup>
        {first && <ScoreButton lang={lang} score={first} id="score" />}
        {others.map((score) => (
          <ScoreButton lang={lang} score={score} />
        ))}
      </ButtonGroup>
    </Form>
  )
}

type ScoreButtonProps = { lang: AppealPageProps['page']['lang']; score: Score; id?: string }

/** The error summary leads to the first one. */
const ScoreButton = ({ lang, score, id }: ScoreButtonProps) => (
  <Button kind="secondary" name="score" value={score} id={id} preventDoubleClick>
    {scoreNames[score][lang]}
  </Button>
)

const WordsForm = (props: WithRating) => {
  const { page, rating, errors, filled } = props
  const { lang } = page
  return (
    <Form page={page} action={paths.myAppealAct(lang, 'rate')}>
      <Hidden {...props} />
      <input type="hidden" name="score" value={rating.score} />
      <CharacterCount
        name="ratingWords"
        label={(rating.score === 'yes' ? t.helped : t.missing)[lang]}
        maxlength={RATING_LIMIT}
        rows={3}
        value={valueOf(filled, 'ratingWords') ?? rating.words}
        error={errorOf(errors, 'ratingWords', lang)}
      />
      <Button kind="secondary" preventDoubleClick>
        {t.send[lang]}
      </Button>
    </Form>
  )
}
