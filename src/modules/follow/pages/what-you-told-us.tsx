import { commonAnswersInWords, ownAnswersInWords } from '#src/modules/appeals/rules/answer-words.ts'
import { Details, SummaryList } from '#src/ui/index.ts'
import { appealTexts as t } from '../texts/appeal.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

/** The person's own answers, so that they see what the service goes by. Their words stand in the conversation. */
export const WhatYouToldUs = ({ page: { lang }, appeal, catalogue }: AppealPageProps) => {
  const answers = [...commonAnswersInWords(appeal, catalogue, lang), ...ownAnswersInWords(appeal, catalogue, lang)]
  return (
    <Details summary={t.toldUs[lang]} isPrinted>
      <p class="govuk-body">{t.toldUsHint[lang]}</p>
      <SummaryList rows={answers.map(({ question, answer }) => ({ key: question, value: answer }))} />
    </Details>
  )
}
