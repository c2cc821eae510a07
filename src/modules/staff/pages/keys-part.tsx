import type { Text } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { Button, Form, SummaryList } from '#src/ui/index.ts'
import { keyHints, keyTexts as t, type KeyHint } from '../texts/keys.ts'

/** Every key of the staff pages, and the switch for all of them. */
export const KeysPart = ({ page, isOn }: { page: PageContext; isOn: boolean }) => {
  const { lang } = page
  const row = (title: Text, hints: readonly KeyHint[]) => ({
    key: title[lang],
    value: hints.map(({ keys, text }) => (
      <p class="govuk-body mek-key-line">
        {keys.map((key) => (
          <>
            <kbd>{key}</kbd>{' '}
          </>
        ))}
        {text[lang]}
      </p>
    )),
  })
  return (
    <>
      <h2 class="govuk-heading-m" id="keys">
        {t.title[lang]}
      </h2>
      <p class="govuk-body">{t.why[lang]}</p>
      <SummaryList
        rows={[row(t.onQueue, keyHints.queue), row(t.onAppeal, keyHints.appeal), row(t.everywhere, keyHints.all)]}
      />
      <Form page={page} action={paths.staffKeys()}>
        <p class="govuk-body">{isOn ? t.areOn[lang] : t.areOff[lang]}</p>
        <Button kind="secondary" name="keys" value={isOn ? 'off' : 'on'}>
          {isOn ? t.turnOff[lang] : t.turnOn[lang]}
        </Button>
      </Form>
    </>
  )
}
