import type { PageContext } from '#src/kernel/page.ts'
import { keyHints, keyTexts as t, type KeyHint } from '#src/modules/staff/texts/keys.ts'
import { paths } from '#src/paths.ts'
import { Details, KeyHints } from '#src/ui/index.ts'

/** The keys of this page, opened by "?"; nothing where the reader has switched them off. */
export const KeyList = ({
  page: { lang },
  on,
  hasKeys,
}: {
  page: PageContext
  on: 'queue' | 'appeal'
  hasKeys: boolean
}) =>
  hasKeys ? (
    <div class="mek-key-list">
      <Details summary={t.title[lang]}>
        <KeyHints
          items={[...keyHints[on], ...keyHints.all].map(({ keys, text }: KeyHint) => ({ keys, text: text[lang] }))}
        />
        <a class="govuk-link" href={`${paths.staffAccount()}#keys`}>
          {t.toSwitch[lang]}
        </a>
      </Details>
    </div>
  ) : null
