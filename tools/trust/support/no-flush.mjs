// Preloaded to break the promise on purpose: every flush says it worked and does nothing.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

fs.fdatasync = (_file, done) => setImmediate(() => done(null))
fs.fsync = (_file, done) => setImmediate(() => done(null))
syncBuiltinESMExports()
