import type { FormError } from '#src/kernel/form.ts'
import type { Act } from '#src/modules/appeals/index.ts'
import { paths } from '#src/paths.ts'
import { Button, Details, errorOf, Form, valueOf, type Content } from '#src/ui/index.ts'
import { actTexts as t } from '../texts/acts.ts'
import type { AppealPageProps } from './appeal-page-props.ts'

export type ActName = Exclude<Act, 'reply' | 'rate'>
export type ActProps = AppealPageProps & { act: ActName }

/** Any form of an act: the version it was made with, and a key that makes a second tap harmless. */
export const ActForm = ({
  page,
  desk,
  formKey,
  act,
  hasFiles,
  children,
}: ActProps & { hasFiles?: boolean; children?: Content }) => (
  <Form
    page={page}
    action={paths.staffAppealAct(desk.appeal.id, act)}
    id={act}
    enctype={hasFiles ? 'multipart/form-data' : undefined}
  >
    <input type="hidden" name="version" value={String(desk.appeal.version)} />
    <input type="hidden" name="formKey" value={formKey} />
    {children}
  </Form>
)

/** Folded unless it was just tried in vain: then it stands open with what was typed. */
export const Folded = ({
  page,
  act,
  failed,
  isOpen,
  children,
}: ActProps & { isOpen?: boolean; children?: Content }) => (
  <Details summary={t[act][page.lang]} isOpen={failed ? failed.act === act : isOpen}>
    {children}
  </Details>
)

/** What the failed try of this act left: its errors and what was typed; nothing for the other forms of the page. */
export const leftOf = ({ failed, act }: ActProps) => (failed?.act === act ? failed : undefined)

export const fieldOf = (props: ActProps, name: string) => {
  const left = leftOf(props)
  return {
    name,
    id: `${props.act}-${name}`,
    error: left && errorOf(left.errors, name, props.page.lang),
    value: left && valueOf(left.filled, name),
  }
}

export const Send = ({ page, act }: ActProps) => (
  <Button preventDoubleClick kind={act === 'answer' ? 'main' : 'secondary'}>
    {t[act][page.lang]}
  </Button>
)

/** Where an error in the summary leads: each form of the page has fields of its own, named after its act. */
export const targetsOf = (act: string, errors: readonly FormError[]): Record<string, string> =>
  Object.fromEntries(errors.map(({ field }) => [field, field === act ? act : `${act}-${field}`]))

/** Which language the person reads, beside what is written to them. */
export const inTheirLanguage = ({ page, desk }: AppealPageProps): string =>
  t.inTheirLanguage(desk.appeal.lang)[page.lang]
