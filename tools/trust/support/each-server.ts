import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

/** Does something to each server before it has any route, until the function that is given back is called. To break it on purpose. */
export function onEachServer(change: (app: FastifyInstance) => void): () => void {
  const listen = (message: unknown) => change((message as { fastify: FastifyInstance }).fastify) // documented by Fastify
  subscribe('fastify.initialization', listen)
  return () => unsubscribe('fastify.initialization', listen)
}
