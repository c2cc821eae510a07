import type { PageContext } from '#src/kernel/page.ts'
import { paths } from '#src/paths.ts'
import { Form } from '#src/ui/index.ts'
import { queueTexts as t } from '../texts/queue.ts'

/** The search field of the staff pages. It posts: a number stands in no address. */
export const FindByNumber = ({ page, notFound }: { page: PageContext; notFound: string | undefined }) => (
  <Form page={page} action={paths.staffFind()} class="mek-search">
    <label class="govuk-visually-hidden" for="number">
      {t.findLabel[page.lang]}
    </label>
    <div class="mek-search__row">
      <input
        class="mek-search__input"
        id="number"
        name="number"
        value={notFound}
        placeholder="KG-26-…"
        autocomplete="off"
        data-search
        aria-describedby={notFound === undefined ? undefined : 'number-not-found'}
      />
      <button class="mek-search__button">{t.find[page.lang]}</button>
    </div>
    {notFound !== undefined && (
      <p class="govuk-error-message" id="number-not-found" role="alert">
        {t.notFound[page.lang]}
      </p>
    )}
  </Form>
)
