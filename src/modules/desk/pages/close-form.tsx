import { isPhonedOnly } from '#src/modules/appeals/rules/news.ts'
import { mayCloseWith, needsAnswerFirst, outcomes } from '#src/modules/appeals/rules/states.ts'
import { outcomeNames } from '#src/modules/appeals/texts.ts'
import { Input, Radios, Select, Textarea } from '#src/ui/index.ts'
import { actTexts as t, outcomeHints } from '../texts/acts.ts'
import { ActForm, fieldOf, Folded, inTheirLanguage, Send, type ActProps } from './act-form.tsx'
import type { AppealPageProps } from './appeal-page-props.ts'

/** Ends an appeal. Whatever stands in it the person reads; each outcome says what they will see. */
export const CloseForm = (page: AppealPageProps) => {
  const props: ActProps = { ...page, act: 'close' }
  const { lang } = page.page
  const possible = outcomes.filter((outcome) => mayCloseWith(outcome, 'staff'))
  const currencies = [...new Set(page.catalogue.countries.map(({ currency }) => currency))].sort()
  const isUnanswered = page.desk.appeal.answeredAt === undefined
  const theirs = inTheirLanguage(page)
  return (
    <Folded {...props}>
      <ActForm {...props}>
        <Radios
          {...fieldOf(props, 'outcome')}
          legend={t.outcomeLabel[lang]}
          isSmall
          items={possible.map((outcome) => ({
            value: outcome,
            text: outcomeNames[outcome][lang],
            hint: [outcomeHints[outcome][lang], isUnanswered && needsAnswerFirst(outcome) && t.answerFirst[lang]]
              .filter(Boolean)
              .join(' '),
          }))}
        />
        <Textarea
          {...fieldOf(props, 'reason')}
          label={t.reason[lang]}
          hint={`${t.closeReasonHint[lang]} ${theirs}`}
          rows={3}
        />
        <Input {...fieldOf(props, 'norm')} label={t.norm[lang]} hint={`${t.normHint[lang]} ${theirs}`} />
        <Input {...fieldOf(props, 'amount')} label={t.amount[lang]} inputmode="decimal" width="10" />
        <Select
          {...fieldOf(props, 'currency')}
          label={t.currency[lang]}
          items={[{ value: '', text: '—' }, ...currencies.map((code) => ({ value: code, text: code }))]}
        />
        {isPhonedOnly(page.desk.appeal.reach, page.desk.contacts) && (
          <Radios
            {...fieldOf(props, 'call')}
            legend={t.callLabel[lang]}
            hint={t.callHint[lang]}
            isSmall
            items={[
              { value: 'made', text: t.callMade[lang] },
              { value: 'toMake', text: t.callToMake[lang], hint: t.callToMakeHint[lang] },
            ]}
          />
        )}
        <Send {...props} />
      </ActForm>
    </Folded>
  )
}
