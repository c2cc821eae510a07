// Preloaded to break the promise on purpose: the key that travels in a form is not understood when it comes back.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const { createDecipheriv } = crypto
crypto.createDecipheriv = (...given) => {
  const decipher = createDecipheriv(...given)
  const setAAD = decipher.setAAD.bind(decipher)
  decipher.setAAD = (boundTo) => {
    if (String(boundTo) === 'danger form') throw new Error('forgotten')
    return setAAD(boundTo)
  }
  return decipher
}
syncBuiltinESMExports()
