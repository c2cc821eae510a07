import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayAt } from '#src/kernel/time-zone.ts'
import { isLang, type Lang } from '#src/kernel/lang.ts'
import { pickLang } from '#src/language/pick-lang.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { ownerStyle } from '#src/modules/catalogue/rules/colours.ts'
import { APPEAL_COOKIE, endSession } from '#src/modules/follow/index.ts'
import { patterns, paths } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { chosenLang, rememberLang } from '#src/platform/http/lang-cookie.ts'
import { paramOf, sendPage } from '#src/platform/http/page.ts'
import { dropCookie, isServedSecurely, readCookie } from '#src/platform/http/request.ts'
import { dangerForm, publicForm, publicPage } from '#src/platform/http/route-kinds.ts'
import { AboutPage } from './pages/about-page.tsx'
import { AccessibilityPage } from './pages/accessibility-page.tsx'
import { ForeignersPage } from './pages/foreigners-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { PrivacyPage } from './pages/privacy-page.tsx'
import { TopicsPage } from './pages/topics-page.tsx'
import { COMPLAINT_TOPIC, FEEDBACK_TOPIC, legalTerms, topicsByGroup, topicsForForeigners } from './rules.ts'
import { cookies } from './texts/privacy.ts'

const EXIT_WAITS_MS = 500
const YEAR_SECONDS = 365 * 24 * 60 * 60

export function registerFront(app: FastifyInstance, deps: AppDeps) {
  rememberLanguage(app, deps)
  registerTexts(app, deps)
  registerPages(app, deps)
  // Not kept by any browser: where it leads depends on who asks.
  app.get(patterns.root, publicForm, (request, reply) => {
    const lang = chosenLang(request, deps.config) ?? pickLang(request.headers['accept-language']) ?? 'ky'
    return reply.header('vary', 'Cookie, Accept-Language').redirect(paths.home(lang), 302)
  })
  // Let in when all else is shed, like the danger page.
  app.get(patterns.exit, dangerForm, (request, reply) => leave(request, reply, deps))
}

/** The language of the page one reads is the one chosen: the next visit to "/" leads there. */
function rememberLanguage(app: FastifyInstance, { config }: AppDeps) {
  app.addHook('onRequest', (request, reply, next) => {
    const lang = paramOf(request, 'lang')
    if (isLang(lang)) rememberLang(request, reply, config, lang)
    next()
  })
}

function registerPages(app: FastifyInstance, { clock }: AppDeps) {
  const today = () => dayAt(catalogue().settings.numberTimeZone, clock.now())
  app.get(patterns.home, publicPage, ({ page }, reply) => {
    const law = catalogue()
    return sendPage(reply, 200, <HomePage page={page} groups={topicsByGroup(law)} terms={legalTerms(law, today())} />)
  })
  app.get(patterns.topics, publicPage, ({ page }, reply) =>
    sendPage(reply, 200, <TopicsPage page={page} groups={topicsByGroup(catalogue())} />),
  )
  app.get(patterns.foreigners, publicPage, ({ page }, reply) =>
    sendPage(reply, 200, <ForeignersPage page={page} {...topicsForForeigners(catalogue())} />),
  )
  app.get(patterns.about, publicPage, ({ page }, reply) => {
    const law = catalogue()
    const feedback = [FEEDBACK_TOPIC, COMPLAINT_TOPIC].flatMap((topic) => {
      const title = law.topic(topic)?.name[page.lang]
      return title === undefined ? [] : [{ href: paths.ask(page.lang, { topic }), title }]
    })
    const props = { page, feedback, settings: law.settings, terms: legalTerms(law, today()), levels: law.urgencyLevels }
    return sendPage(reply, 200, <AboutPage {...props} />)
  })
  app.get(patterns.privacy, publicPage, ({ page }, reply) => {
    const law = catalogue()
    const terms = legalTerms(law, today())
    const props = { page, settings: law.settings, terms, feedbackHref: feedbackHref(page.lang) }
    return sendPage(reply, 200, <PrivacyPage {...props} />)
  })
  app.get(patterns.accessibility, publicPage, ({ page }, reply) =>
    sendPage(reply, 200, <AccessibilityPage page={page} feedbackHref={feedbackHref(page.lang)} />),
  )
}

const feedbackHref = (lang: Lang) => paths.ask(lang, { topic: FEEDBACK_TOPIC })

/** Away at once: every cookie of ours is taken back, what the browser kept of us is cleared, and a harmless site opens. */
async function leave(request: FastifyRequest, reply: FastifyReply, deps: AppDeps) {
  if (isForeignPiece(request)) return reply.redirect(catalogue().settings.exitUrl, 303)
  const isSecure = isServedSecurely(deps.config)
  // Whatever becomes of the session, the person gets away, and soon: without its cookie it ends by itself.
  const ending = endSession(deps, readCookie(request, APPEAL_COOKIE, isSecure)).catch((error: unknown) =>
    request.log.error(
      { err: error },
      'Somebody left by the quick exit, and the session could not be deleted; its cookie is gone, and it ends by itself in half an hour. Does the database answer? See /readyz.',
    ),
  )
  await Promise.race([ending, setTimeout(EXIT_WAITS_MS)])
  // By our own list, not by what was sent: this address must answer whatever comes.
  for (const { name } of cookies) dropCookie(reply, name, isSecure)
  return (
    reply
      // Not "cache": emptying it takes some browsers seconds, and nothing of an appeal was ever kept there (no-store).
      .header('clear-site-data', '"cookies", "storage"')
      .redirect(catalogue().settings.exitUrl, 303)
  )
}

/** Asked for as a picture or frame of a foreign page or letter: nobody leaves by that, and no draft may go with it. */
const isForeignPiece = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-dest'] !== undefined &&
  headers['sec-fetch-dest'] !== 'document' &&
  headers['sec-fetch-site'] !== 'same-origin'

/** Files for machines. */
function registerTexts(app: FastifyInstance, { config, clock }: AppDeps) {
  app.get(patterns.ownerStyle, publicPage, (_request, reply) =>
    reply.type('text/css').send(ownerStyle(catalogue().settings.colours) ?? ''),
  )
  app.get(patterns.robots, publicPage, (_request, reply) => {
    // A rehearsal is not the real service: nobody should find it by searching.
    const closed = config.mode === 'rehearsal' ? ['/'] : ['/staff', '/exit', '/*/appeal', '/*/receipt', '/*/verify']
    return reply.type('text/plain').send(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), ''].join('\n'))
  })
  // RFC 9116; without a contact there is nothing to say.
  app.get(patterns.securityText, publicPage, (_request, reply) => {
    const { security } = catalogue().settings.contact
    if (security === null) return reply.callNotFound()
    const expires = new Date(clock.now().getTime() + (YEAR_SECONDS * 1000) / 2).toISOString()
    return reply.type('text/plain').send(`Contact: ${security}\nExpires: ${expires}\nPreferred-Languages: ky, ru, en\n`)
  })
}
