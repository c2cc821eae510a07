import type { FastifyBaseLogger } from 'fastify'

/** JSON lines on standard output. Fields come from an allow-list (platform/http/server.ts): never a body, an address or a number of an appeal. */
export type Log = FastifyBaseLogger
