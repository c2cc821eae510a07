import type { FastifyInstance } from 'fastify'
import { filledFrom } from '#src/kernel/form.ts'
import { patterns } from '#src/paths.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { queryOf, sendPage } from '#src/platform/http/page.ts'
import { staffPage } from '#src/platform/http/route-kinds.ts'
import { actorNames } from './events.ts'
import { parseActFilter, parseBefore } from './forms.ts'
import { AuditPage } from './pages/audit-page.tsx'
import { verifierKey } from './rules/checkpoint.ts'
import type { Act } from './rules/entry.ts'
import { originOf } from './sign-checkpoint.ts'
import { findLastCheckpoint } from './store/checkpoints.ts'
import { listActs } from './store/entries.ts'

const PAGE = 50

export function registerAudit(app: FastifyInstance, deps: AppDeps) {
  const { db, config, keys } = deps

  app.get(patterns.staffAudit, staffPage('auditRead'), async (request, reply) => {
    const filter = parseActFilter(filledFrom(request.query))
    const before = parseBefore(queryOf(request, 'before'))
    // One more than is shown says whether there is an older page.
    const acts = await listActs(db, filter, before, PAGE + 1)
    const shown = acts.slice(0, PAGE)
    return sendPage(
      reply,
      200,
      <AuditPage
        page={request.page}
        acts={shown}
        names={await namesOf(deps, shown)}
        filter={filter}
        isFirst={before === undefined}
        older={acts.length > PAGE ? shown.at(-1)?.id : undefined}
        checkpoint={await findLastCheckpoint(db)}
        verifierKey={verifierKey(originOf(config), keys.audit.publicKey)}
      />,
    )
  })
}

async function namesOf({ db, slots }: AppDeps, acts: readonly Act[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>()
  for (const { actorKind, actorId, on } of acts) {
    if (actorKind === 'staff' && actorId !== undefined) ids.add(actorId)
    if (on.kind === 'staff') ids.add(on.id)
  }
  const [find] = slots.of(actorNames)
  return find && ids.size > 0 ? find(db, [...ids]) : new Map()
}
