import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { filledFrom } from '#src/kernel/form.ts'
import { momentInFull, serviceTimeZone } from '#src/language/dates.ts'
import { getAppealForPerson, markOfOpening, type Appeal } from '#src/modules/appeals/index.ts'
import { findByMark } from '#src/modules/audit/index.ts'
import { catalogue } from '#src/modules/catalogue/index.ts'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { personOf, queryOf, sendPage } from '#src/platform/http/page.ts'
import { personPage, publicForm, publicPage } from '#src/platform/http/route-kinds.ts'
import { CheckProofPage, type CheckedProof } from '../pages/check-proof-page.tsx'
import { ProofPage } from '../pages/proof-page.tsx'
import { checkProof, publishedKeys, signProof, type FilingProof } from '../sign-proof.ts'
import { proofTexts as t } from '../texts/proof.ts'

/** Proof of filing: taken from one's appeal, checked by anybody. It stands in a page, a posted form or behind "#", never in an address. */
export function proofRoutes(app: FastifyInstance, deps: AppDeps) {
  app.get(patterns.myAppealProof, personPage, (request, reply) => showProof(deps, request, reply))
  app.get(patterns.checkProof, publicForm, ({ page }, reply) =>
    sendPage(reply, 200, <CheckProofPage page={page} typed="" errors={[]} checked={undefined} />),
  )
  app.post(patterns.checkProof, publicForm, (request, reply) => check(deps, request, reply))
  app.get(patterns.proofKeys, publicPage, async (_request, reply) =>
    reply.type('application/jwk-set+json').send(JSON.stringify(await publishedKeys(deps.keys))),
  )
}

async function showProof(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const appeal = await getAppealForPerson(deps, personOf(request).appealId)
  if (!appeal) return reply.callNotFound()
  const group = groupOf(appeal)
  const isNamed = group !== undefined && queryOf(request, 'group') === 'yes'
  const { ownerName } = catalogue().settings
  const proof: FilingProof = {
    number: appeal.number,
    filedAt: appeal.submittedAt,
    service: ownerName[page.lang],
    groupId: isNamed ? group.id : undefined,
    mark: await markOfOpening(deps.db, appeal.id),
  }
  const token = await signProof(deps.keys, deps.config.publicUrl, proof)
  // By the service's clock alone: the person's would say where they are.
  const when = momentInFull(appeal.submittedAt, serviceTimeZone)
  const rows = [
    { key: t.number[page.lang], value: proof.number },
    { key: t.when[page.lang], value: when[page.lang] },
    ...(isNamed ? [{ key: t.group[page.lang], value: group.name[page.lang] }] : []),
  ]
  return sendPage(
    reply,
    200,
    <ProofPage
      page={page}
      portal={deps.config.publicUrl}
      proof={token === undefined ? undefined : { token, rows, mark: proof.mark }}
      service={proof.service}
      group={group && { isNamed }}
    />,
  )
}

/** What may be named on paper: nothing of a matter that others must not guess, nor of a topic that nobody chose. */
function groupOf({ level, topicId, isTopicSet }: Appeal) {
  const topic = catalogue().topic(topicId)
  if (!isTopicSet || level !== 'ordinary' || !topic || topic.dataSensitivity === 'protection') return undefined
  return catalogue().topicGroups.find(({ id }) => id === topic.group)
}

async function check(deps: AppDeps, request: FastifyRequest, reply: FastifyReply) {
  const { page } = request
  const { token } = filledFrom(request.body)
  const typed = typeof token === 'string' ? token : ''
  const outcome = await checkProof(deps.keys, deps.config.publicUrl, typed)
  if (!outcome.ok) {
    const errors = [{ field: 'token', message: t[outcome.refusal] }]
    return sendPage(reply, 422, <CheckProofPage page={page} typed={typed} errors={errors} checked={undefined} />)
  }
  const { number, filedAt, service, groupId, mark } = outcome.value
  const found = await findByMark(deps.db, mark)
  const checked: CheckedProof = {
    number,
    when: momentInFull(filedAt, serviceTimeZone),
    service,
    group: catalogue().topicGroups.find(({ id }) => id === groupId)?.name,
    entry: found.is === 'unreadable' ? 'missing' : found.is,
  }
  return sendPage(reply, 200, <CheckProofPage page={page} typed="" errors={[]} checked={checked} />)
}
