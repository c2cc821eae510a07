import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { patterns } from '#src/paths.ts'
import { paramOf } from '#src/platform/http/page.ts'

const immutable = { config: { access: 'public', rate: 'page', cache: 'forever', bodyLimit: 1024 } } as const

export const clientDir = (rootDir: string) => join(rootDir, 'dist', 'client')

/** Styles and scripts carry their content's hash in the name, so a browser may keep them for ever. */
export async function serveAssets(app: FastifyInstance, rootDir: string) {
  const root = clientDir(rootDir)
  const isBuilt = existsSync(root)
  if (isBuilt) await app.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false })
  // Before the first build there is nothing to send; the route stands all the same, so that the table of routes is one.
  app.get(patterns.assets, immutable, (request, reply) =>
    isBuilt ? reply.sendFile(join('assets', paramOf(request, '*'))) : reply.callNotFound(),
  )
}

const manifestSchema = z.record(z.string(), z.object({ file: z.string() }))

/** What the build made of each source; undefined before the first build. */
export function readManifest(rootDir: string): z.output<typeof manifestSchema> | undefined {
  const path = join(clientDir(rootDir), '.vite', 'manifest.json')
  return existsSync(path) ? manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}
