import type { FastifyInstance } from 'fastify'
import { filledFrom } from '#src/kernel/form.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { queryOf, sendPage, staffOf } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { parsePlace, parseRetry, parseState, placeToText } from './forms.ts'
import { OutboxPage, type OutboxLine } from './pages/outbox-page.tsx'
import { openNotice } from './seal-notice.ts'
import { readOutbox, retryNotices, type SeenNotice } from './tend-outbox.ts'
import { outboxTexts } from './texts/outbox.ts'
import { writeLetter } from './write-letter.ts'

const PAGE = 50

export function registerNotices(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.staffNotices, staffPage('noticesRead'), async (request, reply) => {
    const state = parseState(queryOf(request, 'state'))
    const before = parsePlace(queryOf(request, 'before'))
    const { isProtector } = staffOf(request)
    const { notices, older } = await readOutbox(deps, { state, before, limit: PAGE, isProtector })
    return sendPage(
      reply,
      200,
      <OutboxPage
        page={request.page}
        lines={notices.map((notice) => withLetter(deps, notice))}
        state={state}
        isFirst={before === undefined}
        older={older && placeToText(older)}
        isMailOn={deps.mail.isOn}
        hasRetried={queryOf(request, 'retried') !== undefined}
      />,
    )
  })

  app.post(patterns.staffNoticesRetry, staffPage('noticesRead'), async (request, reply) => {
    const which = parseRetry(filledFrom(request.body))
    const count = which === undefined ? 0 : await retryNotices(deps, { which, staffId: staffOf(request).id })
    return reply.redirect(paths.staffNotices({ retried: count > 0 ? 'yes' : undefined }), 303)
  })
}

/**
 * Without mail the page is where letters are read. Who is written to, and codes and links that open something, are shown
 * in rehearsal only: with them whoever may read notices could sign in as another.
 */
function withLetter({ mail, config, keys }: AppDeps, notice: SeenNotice): OutboxLine {
  if (notice.isHidden || mail.isOn || notice.state === 'sent') return { ...notice, letter: undefined }
  if (config.mode === 'rehearsal') {
    const { to, params } = openNotice(keys, notice)
    return { ...notice, letter: { to, ...writeLetter(config, notice, params) } }
  }
  const hidden = `(${outboxTexts.hidden[notice.lang]})`
  const params = notice.params === undefined ? {} : { link: hidden, code: hidden }
  return { ...notice, letter: { to: hidden, ...writeLetter(config, notice, params) } }
}
