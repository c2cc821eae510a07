import type { Lang, Text } from './lang.ts'
import type { Role } from './roles.ts'

/** What every page needs to know of the request it answers; made once per request, passed to the page as `page`. */
export type PageContext = {
  readonly lang: Lang
  /** The same page in another language: path and query without the leading language, e.g. "/ask". Undefined where there is none (a receipt, an error). */
  readonly alternates: Readonly<Record<Lang, string>> | undefined
  readonly isRehearsal: boolean
  readonly serviceName: Text
  /** Stands under the name in the header: whose portal it is. */
  readonly serviceSubtitle: Text
  readonly ownerName: Text
  /** The owner's colours: that of the browser's bar, and a sheet that sets them all where they are not the built-in ones. */
  readonly look: { readonly brand: string; readonly css: string | undefined }
  /** Address of the stylesheet and scripts, with their content hash. */
  readonly assets: { readonly css: string; readonly staffCss: string; readonly script: (island: string) => string }
  /** Goes into every form of a browser that does not say where a change comes from (Sec-Fetch-Site); the others need none. */
  readonly csrfToken: string | undefined
  readonly staff:
    | {
        readonly name: string
        readonly role: Role
        /** Until they are signed out, if they do nothing more. */
        readonly endsInSeconds?: number | undefined
      }
    | undefined
}
