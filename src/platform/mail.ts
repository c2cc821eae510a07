/** One message ready to go. `id` becomes the Message-ID, so that a retry is recognised as the same letter. */
export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

/** Hands mail to a server. `isOn` is false without SMTP_URL: then messages stay in the outbox page. */
export type Mailer = {
  readonly isOn: boolean
  /** Throws when the server did not take the letter; the job tries again. */
  send(mail: Mail): Promise<void>
}
