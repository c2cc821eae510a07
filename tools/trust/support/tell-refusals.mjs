// Preloaded to watch: says on the pipe of the acknowledged keys when this process learns that a flush was refused. Both are
// written by the one thread that answers, so what follows was answered knowing it.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { fdatasync, writeSync } = fs
fs.fdatasync = (file, done) =>
  fdatasync(file, (error) => {
    if (error) writeSync(1, 'refused\n')
    done(error)
  })
syncBuiltinESMExports()
