// Preloaded to break the promise on purpose: a line of log for each request, such as is written in haste to find a fault.
import { subscribe } from 'node:diagnostics_channel'

subscribe('fastify.initialization', ({ fastify }) => {
  fastify.addHook('onRequest', (request, _reply, next) => {
    console.log('request', request.ip, JSON.stringify(request.headers))
    next()
  })
})
