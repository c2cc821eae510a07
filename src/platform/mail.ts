import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import { atOnceOf, type Job } from './jobs.ts'

/** One message ready to go. `id` becomes the Message-ID, so that a retry is recognised as the same letter. */
export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

/** Hands mail to a server. `isOn` is false without SMTP_URL: then messages stay in the outbox page. */
export type Mailer = {
  readonly isOn: boolean
  /** Throws `MailRefused` when the server did not take the letter; the job tries again. */
  send(mail: Mail): Promise<void>
}

/** The server did not take it, or did not answer. The message names the reason only: it lands in logs and tables, an address must not. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

/**
 * So many connections as letters are sent at the same time (jobs that say `sendsMail`), so that none waits for another that
 * hangs; no more, because some servers take few of one sender.
 */
export const connectionsFor = (jobs: readonly Job[]): number =>
  jobs.filter(({ options }) => options.sendsMail).reduce((sum, job) => sum + atOnceOf(job), 0)

/** Mail through SMTP_URL. `close` lets the waiting connections go. */
export function createMailer(
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl'>,
  connections: number,
): Mailer & { close(): void } {
  const { smtpUrl, mailFrom, publicUrl } = config
  if (smtpUrl === undefined)
    return { isOn: false, send: () => Promise.reject(new MailRefused('SMTP_URL is not set')), close() {} }
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    // A text that looks like a path or an address is a text.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = new URL(publicUrl).hostname
  return {
    isOn: true,
    async send({ id, to, subject, text }) {
      const messageId = `<${id}@${host}>`
      // `to` as an object: as a string it could hold several addresses. The header keeps out-of-office robots silent.
      const letter = {
        messageId,
        from: mailFrom,
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      }
      await transport.sendMail(letter).catch((trouble: unknown) => {
        throw new MailRefused(reasonOf(trouble))
      })
    },
    close: () => transport.close(),
  }
}

// The server's own words may repeat the address: only codes are kept.
function reasonOf(trouble: unknown): string {
  if (typeof trouble !== 'object' || trouble === null) return 'unknown'
  const code = 'code' in trouble && typeof trouble.code === 'string' ? trouble.code : 'unknown'
  const answer = 'responseCode' in trouble && typeof trouble.responseCode === 'number' ? ` ${trouble.responseCode}` : ''
  return `${code}${answer}`
}
