// Preloaded to break the promise on purpose: what should be sealed is written as it is.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const nothing = Buffer.alloc(0)
const asItIs = () => ({
  setAAD() {
    return this
  },
  setAuthTag() {
    return this
  },
  update: (bytes) => Buffer.from(bytes),
  final: () => nothing,
  getAuthTag: () => Buffer.alloc(16),
})
crypto.createCipheriv = asItIs
crypto.createDecipheriv = asItIs
syncBuiltinESMExports()
