import type { FastifyReply } from 'fastify'
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'

export { paramOf, personOf, queryOf, staffOf } from './request.ts'

/** Answers with a page. */
export function sendPage(reply: FastifyReply, status: number, page: JSX.Element) {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToString(page)}`)
}
