// Preloaded to break the promise on purpose: a disk that refuses is taken for one that has it.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { fdatasync } = fs
fs.fdatasync = (file, done) => fdatasync(file, () => done(null))
syncBuiltinESMExports()
