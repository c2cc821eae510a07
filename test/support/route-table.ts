import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import type { Access } from '#src/kernel/roles.ts'

export type RouteEntry = { readonly method: string; readonly pattern: string; readonly access: Access }

const tables = new WeakMap<object, RouteEntry[]>()

// Fastify tells of each new instance before its first route: nothing can be registered unseen, by us or by a plugin.
subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance } // the shape is documented by Fastify
  const table: RouteEntry[] = []
  tables.set(fastify.server, table)
  fastify.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD') table.push({ method: one, pattern: url, access: config?.access ?? 'public' })
  })
})

/** Every route of this portal. Import this file before the portal is started. */
export function routesOf(app: FastifyInstance): readonly RouteEntry[] {
  const table = tables.get(app.server)
  if (!table) throw new Error('The portal was started before its routes were watched.')
  return table
}

/** A pattern's parts that a request fills in: "/:lang(^(?:ky|ru|en)$)/ask/:step" with { lang, step }. */
export function fillPattern(pattern: string, value: (name: string) => string): string {
  return pattern
    .replace(/\*/, () => value('*'))
    .replace(/:(\w+)(?:\(\^\([^)]*\)\$\))?/g, (_, name: string) => value(name))
}
