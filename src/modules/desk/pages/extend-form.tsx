import { dayAt } from '#src/kernel/time-zone.ts'
import { extensionInWords } from '#src/language/counting.ts'
import { dayInWords } from '#src/language/dates.ts'
import { Select, Textarea } from '#src/ui/index.ts'
import { actTexts as t } from '../texts/acts.ts'
import { ActForm, fieldOf, Folded, inTheirLanguage, Send, type ActProps } from './act-form.tsx'
import type { AppealPageProps } from './appeal-page-props.ts'

/** Once, to a working day that the law allows; the latest one stands first, with how it is counted. */
export const ExtendForm = (page: AppealPageProps) => {
  const props: ActProps = { ...page, act: 'extend' }
  const { lang } = page.page
  const { extendableTo: to, extendableDays, clocks } = page.desk.appeal
  const zone = page.catalogue.settings.numberTimeZone
  const today = dayAt(zone, page.now)
  const answer = clocks.find(({ kind }) => kind === 'answer')
  const [due, ...earlier] = extendableDays.toReversed()
  if (to === undefined || due === undefined || !answer) return null
  const asFarAs = extensionInWords({ from: dayAt(zone, answer.dueAt), to, due }, today)
  return (
    <Folded {...props}>
      <ActForm {...props}>
        <Select
          {...fieldOf(props, 'to')}
          label={t.extendTo[lang]}
          hint={t.extendMost(asFarAs)[lang]}
          items={[
            { value: '', text: dayInWords(due, today)[lang] },
            ...earlier.map((day) => ({ value: day, text: dayInWords(day, today)[lang] })),
          ]}
        />
        <Textarea
          {...fieldOf(props, 'reason')}
          label={t.reason[lang]}
          hint={`${t.extendHint[lang]} ${inTheirLanguage(page)}`}
          rows={3}
        />
        <Send {...props} />
      </ActForm>
    </Folded>
  )
}
