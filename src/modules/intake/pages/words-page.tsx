import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import { MAX_MESSAGE } from '#src/modules/intake/rules/draft.ts'
import { askTexts as t } from '#src/modules/intake/texts/ask.ts'
import { paths } from '#src/paths.ts'
import { Button, CharacterCount, errorOf, Form, Radios, valueOf } from '#src/ui/index.ts'
import { wordsHeadings } from './words-heading.ts'
import { KeptAlong, StepPage, TakeAlong, type Place } from './step-page.tsx'

type Props = { page: PageContext; place: Place; errors: readonly FormError[]; filled: Filled; kind: AppealKind }

export const WordsPage = ({ page, place, errors, filled, kind }: Props) => {
  const { lang } = page
  return (
    <StepPage
      page={page}
      place={place}
      title={wordsHeadings[kind].title}
      errors={errors}
      filled={filled}
      islands={['character-count']}
    >
      <Form page={page} action={paths.askStep(lang, 'words')}>
        <KeptAlong place={place} />
        <CharacterCount
          name="message"
          label={t.wordsLabel[lang]}
          labelSize="s"
          hint={wordsHeadings[kind].hint[lang]}
          rows={10}
          maxlength={MAX_MESSAGE}
          threshold={75}
          spellcheck={false}
          value={valueOf(filled, 'message')}
          error={errorOf(errors, 'message', lang)}
        />
        {!place.isAssisted && !place.isResumed && (
          <Radios
            name="ownPhone"
            legend={t.ownPhone[lang]}
            legendSize="s"
            hint={t.ownPhoneHint[lang]}
            isInline
            items={[
              { value: 'yes', text: t.yes[lang] },
              { value: 'no', text: t.no[lang] },
            ]}
            value={valueOf(filled, 'ownPhone')}
          />
        )}
        <Button preventDoubleClick>{t.continue[lang]}</Button>
        <TakeAlong lang={lang} place={place} />
      </Form>
    </StepPage>
  )
}
