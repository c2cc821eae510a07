import { createSecretKey } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock, Random } from '#src/kernel/clock.ts'
import type { Visitor } from '#src/kernel/visitor.ts'
import { kinds } from '#src/modules/appeals/rules/states.ts'
import { catalogue, problemLine, takeCatalogue, useCatalogue } from '#src/modules/catalogue/index.ts'
import type { Config } from '#src/platform/config.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { systemDisk, type Disk } from '#src/platform/disk.ts'
import { createHasher } from '#src/platform/hashing.ts'
import { formCookieOf } from '#src/platform/http/form-cookie.ts'
import { guardRoutes } from '#src/platform/http/guard.ts'
import { keepPages } from '#src/platform/http/kept-pages.ts'
import { createAddressHash, limitRequests, shedLoad } from '#src/platform/http/limits.ts'
import { createServer } from '#src/platform/http/server.ts'
import type { Database } from '#src/platform/database/open.ts'
import { tidyJobs } from '#src/platform/database/tidy.ts'
import { createJobs } from '#src/platform/jobs-pg-boss.ts'
import { keyringFrom, type KeyMaterial } from '#src/platform/keyring.ts'
import { connectionsFor, createMailer } from '#src/platform/mail.ts'
import { createMeters } from '#src/platform/metrics/meters.ts'
import { assetsFrom } from '#src/ui/assets.ts'
import { readManifest, serveAssets } from './assets.ts'
import { answerTroubles, denialsOn, refuseBusyOn } from './errors.tsx'
import { offerGallery } from './gallery.tsx'
import { offerHealth } from './health.ts'
import { keepHostsApart } from './hosts.ts'
import { countRequests, routeClasses } from './metrics/count-requests.ts'
import { modules } from './modules.ts'
import { offerPageContext } from './page-context.ts'
import { wire } from './wiring.ts'

/** What the portal is built from; a test gives its own clock, randomness and database. */
export type PortalParts = {
  readonly config: Config
  readonly database: Database
  readonly keys: KeyMaterial
  readonly clock: Clock
  readonly random: Random
  readonly disk?: Disk
  /** Folder that holds dist/, migrations/ and catalogue/. */
  readonly rootDir: string
  /** Whether requests are to be refused now; in tests what keeps the loop busy is the test itself. */
  readonly isBusy?: () => boolean
  /** How many requests a minute are let through where usually so many are. */
  readonly mostOf?: (usual: number) => number
}

export type Portal = {
  readonly app: FastifyInstance
  readonly deps: AppDeps
  readonly jobs: Awaited<ReturnType<typeof createJobs>>
  /** Finishes what was accepted, then lets go of everything but the database, which belongs to who opened it. */
  close(): Promise<void>
}

/** Builds the whole portal on an open, migrated database: modules, queue, server. Listens to nothing yet. */
export async function createPortal(parts: PortalParts): Promise<Portal> {
  const { config, database, clock, random, disk = systemDisk } = parts
  const taken = takeCatalogue(config.catalogueDir, join(config.dataDir, 'catalogue'))
  useCatalogue(taken.catalogue)
  const app = await createServer(config)
  for (const problem of taken.problems)
    app.log.error(
      `The catalogue is broken, and the last good one stays in force. Mend this, then restart; "npx mekendesh catalogue check" tells whether it is good: ${problemLine(problem)}`,
    )
  const wiring = wire(modules)
  const plan = { ...wiring, jobs: [...wiring.jobs, ...tidyJobs(database)] }
  const jobs = await createJobs(database, plan, app.log, clock)
  const mail = createMailer(config, connectionsFor(plan.jobs))
  const deps: AppDeps = {
    db: database.db,
    jobs,
    clock,
    random,
    disk,
    config,
    keys: keyringFrom(parts.keys),
    hasher: createHasher(),
    mail,
    log: app.log,
    meters: createMeters({ routes: routeClasses, appeals: kinds }),
    slots: wiring.slots,
  }
  jobs.serve(deps)
  await plugIn(app, deps, parts)
  for (const module of modules) await module.seed?.(deps)
  return {
    app,
    deps,
    jobs,
    async close() {
      await app.close()
      await jobs.stop()
      mail.close()
    },
  }
}

/** The order of a request (design.md section 2): cheap limits, session, access, CSRF, parse, verb, page. */
async function plugIn(app: FastifyInstance, deps: AppDeps, { keys, rootDir, isBusy, mostOf }: PortalParts) {
  const csrfKey = createSecretKey(keys.lookup)
  const settings = () => catalogue().settings
  // First, so that it sees every answer; and not at all where nobody reads it.
  if (deps.config.metricsListen) countRequests(app, deps.meters)
  keepHostsApart(app, deps.config)
  offerPageContext(app, { deps, settings, assets: assetsFrom(readManifest(rootDir)), csrfKey })
  const timesAsOften = (usual: number) => usual * deps.config.limitFactor
  await limitRequests(app, createAddressHash(deps.clock), mostOf ?? timesAsOften)
  await shedLoad(app, refuseBusyOn(deps.clock), isBusy)
  guardRoutes(app, {
    recognise: (request) => recogniseAll(request, deps),
    denials: denialsOn(deps),
    ourOrigins: (request) => originsOf(request, deps.config),
    csrf: { key: csrfKey, cookieOf: (request) => formCookieOf(deps, request) },
  })
  answerTroubles(app, deps.clock)
  offerHealth(app, deps)
  if (deps.config.isDev) offerGallery(app)
  await serveAssets(app, rootDir)
  for (const module of modules) module.routes?.(app, deps)
  // Last, so that what is kept has gone through everything above, and what is given again too.
  keepPages(app, { clock: deps.clock, edition: catalogue })
}

async function recogniseAll(request: FastifyRequest, deps: AppDeps): Promise<Visitor[]> {
  const visitors: Visitor[] = []
  for (const { recognise } of modules) {
    const visitor = await recognise?.(request, deps)
    if (visitor) visitors.push(visitor)
  }
  return visitors
}

function originsOf(request: FastifyRequest, { mode, publicUrl, staffUrl }: Config): string[] {
  const ours = [publicUrl, staffUrl].flatMap((url) => (url === undefined ? [] : [new URL(url).origin]))
  // A rehearsal is tried from phones in the same room, under whatever name they reach it by.
  return mode === 'rehearsal' ? [...ours, `${request.protocol}://${request.host}`] : ours
}
