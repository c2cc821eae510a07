import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Visitor } from '#src/kernel/visitor.ts'
import type { AppDeps } from './deps.ts'
import type { Job, PortalEvent } from './jobs.ts'
import type { Filled } from './slots.ts'

/** What a module gives the app to plug in. Only src/app reads it. */
export type Module = {
  readonly name: string
  /** Modules above this one in src/app/modules.ts whose index, rules and texts it may import. */
  readonly uses: readonly string[]
  readonly routes?: (app: FastifyInstance, deps: AppDeps) => void
  readonly jobs?: readonly Job[]
  /** Fills an empty database with what the module needs to start; harmless when it runs again. */
  readonly seed?: (deps: AppDeps) => Promise<void>
  /** Says who stands behind a request, from a cookie of the module's own. */
  readonly recognise?: (request: FastifyRequest, deps: AppDeps) => Promise<Visitor | undefined>
  readonly hears?: readonly { readonly event: PortalEvent; readonly job: Job }[]
  readonly fills?: readonly Filled[]
}
