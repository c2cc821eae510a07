// Preloaded to break the promise on purpose: the key that travels in a form is not understood when it comes back.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

crypto.createDecipheriv = () => {
  throw new Error('forgotten')
}
syncBuiltinESMExports()
