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
    action={props.enctype === undefined ? props.action : withToken(props.action, page.csrfToken)}
    method={method}
    encType={props.enctype}
    id={props.id}
    class={props.class}
    novalidate
    {...props.attributes}
  >
    {method === 'post' && props.enctype === undefined && <Token value={page.csrfToken} />}
    {props.children}
  </form>
)

const Token = ({ value }: { value: string | undefined }) =>
  value === undefined ? null : <input type="hidden" name="csrf" value={value} />

// The server decides before it reads a file: in a multipart body the token would come too late.
const withToken = (action: string, token: string | undefined) =>
  token === undefined ? action : `${action}${action.includes('?') ? '&' : '?'}csrf=${token}`
