import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom, type Filled } from '#src/kernel/form.ts'
import { paths, patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { sendPage, staffOf } from '#src/platform/http/page.ts'
import { typedIn } from '#src/platform/http/parts.ts'
import { publicForm, staffPage } from '#src/platform/http/route-kinds.ts'
import { keptPairs, wordsIn } from '#src/ui/typed-fields.ts'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { sealPost, signOut } from '../sign-in.ts'
import { sessionTokenOf, takeSession } from './session-cookie.ts'

/** What keeps a member of staff from losing words to the end of their session. */
export function registerKeptPost(app: FastifyInstance, deps: AppDeps) {
  // To the page's own script: whoever writes is there, and the guard has just written that down.
  app.post(patterns.staffStay, staffPage('staff'), (request, reply) => {
    const { expiresAt } = staffOf(request)
    const left = expiresAt === undefined ? 0 : expiresAt.getTime() - deps.clock.now().getTime()
    return reply
      .header('session-ends-in', Math.floor(left / 1000))
      .code(204)
      .send()
  })
  // The page's time was over, and its script brings what was typed on it. Nothing is done, and nobody stays signed in.
  app.post(patterns.staffEnded, publicForm, async (request, reply) => {
    const { to, ...fields } = filledFrom(request.body)
    const page = await pageToComeBack(deps, request, {
      to: typeof to === 'string' ? to : '',
      fields,
      isMultipart: false,
    })
    const token = sessionTokenOf(request, deps)
    if (token !== undefined) await signOut(deps, token)
    takeSession(reply, deps)
    return sendPage(reply, 200, page)
  })
  app.get(patterns.staffEnded, publicForm, (_request, reply) => reply.redirect(paths.staffSignIn(), 303))
}

/** Who is not signed in: a page that was asked for is come back to; what was posted travels with the sign-in. */
export async function askToSignIn(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  if (request.method !== 'POST') return reply.redirect(paths.staffSignIn(request.url), 303)
  const { fields } = await typedIn(request)
  const page = await pageToComeBack(deps, request, { to: request.url, fields, isMultipart: request.isMultipart() })
  return sendPage(reply, 403, page)
}

type Post = { readonly to: string; readonly fields: Filled; readonly isMultipart: boolean }

async function pageToComeBack(deps: AppDeps, request: FastifyRequest, post: Post) {
  // Not by writing into an object: a field may be called __proto__.
  const named = Map.groupBy(keptPairs(post.fields), ([name]) => name)
  const fields = Object.fromEntries([...named].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]))
  const words = wordsIn(post.fields)
  const [to = ''] = post.to.split('?')
  const token = sessionTokenOf(request, deps)
  const kept = words.length > 0 ? await sealPost(deps, token, { ...post, to, fields }) : undefined
  // Where nobody knows whose they are, they are shown: whoever stands here has just sent them.
  return <SignInPage page={request.page} hasEnded kept={kept} words={kept === undefined ? words : []} />
}
