import type { PageContext } from '#src/kernel/page.ts'
import type { Attributes, Content } from './content.ts'

export type FormProps = {
  page: PageContext
  action: string
  /** A `get` form (search, filters) carries no token. */
  method?: 'post' | 'get' | undefined
  enctype?: 'multipart/form-data' | undefined
  id?: string | undefined
  attributes?: Attributes | undefined
  class?: string | undefined
  children?: Content
}

export const Form = ({ page, method = 'post', ...props }: FormProps) => (
  // The browser's own messages would be in the phone's language, not the page's.
  <form
    action={props.action}
    method={method}
    encType={props.enctype}
    id={props.id}
    class={props.class}
    novalidate
    {...props.attributes}
  >
    {/* First in the form: in a multipart body the fields after a file arrive too late to be checked. */}
    {method === 'post' && <input type="hidden" name="csrf" value={page.csrfToken} />}
    {props.children}
  </form>
)
