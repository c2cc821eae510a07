// npm start: builds what is missing, then becomes the server.
import { spawn } from 'node:child_process'
import './build.mjs'

// --liftoff-only keeps the embedded database's WebAssembly at a third of the memory (measured, see docs/decisions).
const flags = process.env.DATABASE_URL ? [] : ['--liftoff-only']
const server = spawn(
  process.execPath,
  [...flags, '--enable-source-maps', 'dist/server/main.js', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
