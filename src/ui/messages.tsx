import type { Content } from './content.ts'
import { classes } from './content.ts'
import { usePageLang } from './page-lang.tsx'
import { type Picture, Thumbnail } from './pictures.tsx'
import { uiTexts } from './texts.ts'

export type MessageFile = {
  /** Undefined: it may not be opened; `state` says why. */
  href: string | undefined
  name: string
  size?: string | undefined
  picture?: Picture | undefined
  state?: string | undefined
  /** Played in the page, where it may be opened. */
  isVoice?: boolean | undefined
}
export type Message = {
  id?: string | undefined
  /** `own`: written by the reader's side, on the right in blue; `note`: seen by staff only, dashed. */
  from: 'own' | 'other' | 'note'
  sender: string
  datetime: string
  when: string
  /** The language it was written in, when not the page's: screen readers change their voice. */
  lang?: string | undefined
  /** A text keeps its line breaks. */
  text: Content
  files?: readonly MessageFile[] | undefined
}
export type MessagesProps = { items: readonly Message[]; label?: string | undefined }

const kinds = { own: 'sent', other: 'received', note: 'note' } as const

/** The conversation, oldest first as the caller orders it (MoJ's messages as a list). */
export const Messages = ({ items, label }: MessagesProps) => {
  const lang = usePageLang()
  return (
    <ol class="moj-message-list" aria-label={label ?? uiTexts.conversation[lang]}>
      {items.map((item) => (
        <li id={item.id} class={classes('moj-message-item', `moj-message-item--${kinds[item.from]}`)}>
          <p class="moj-message-item__meta">
            <span class="moj-message-item__meta--sender">{item.sender}</span> ·{' '}
            <time class="moj-message-item__meta--timestamp" datetime={item.datetime}>
              {item.when}
            </time>
          </p>
          <div class="moj-message-item__text" lang={item.lang}>
            {item.text}
          </div>
          {item.files !== undefined && item.files.length > 0 && (
            <ul class="mek-message-files">
              {item.files.map((file) => (
                <li class={file.picture && 'mek-message-files__picture'}>
                  {file.picture && <Thumbnail picture={file.picture} name={file.name} />}
                  <div>
                    {file.href === undefined ? (
                      file.name
                    ) : (
                      <a class="govuk-link" href={file.href}>
                        {file.name}
                      </a>
                    )}
                    {file.size !== undefined && ` (${file.size})`}
                    {file.state !== undefined && ` – ${file.state}`}
                    {file.isVoice === true && file.href !== undefined && (
                      <audio class="mek-voice-note" controls preload="none" src={file.href} aria-label={file.name} />
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
