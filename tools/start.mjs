// npm start: builds what is missing, then becomes the server.
import './build.mjs'
import { keepRunning } from './keep-running.mjs'

// --liftoff-only keeps the embedded database's WebAssembly at a third of the memory (measured, see docs/decisions).
const flags = process.env.DATABASE_URL ? [] : ['--liftoff-only']
const args = [...flags, '--enable-source-maps', 'dist/server/main.js', ...process.argv.slice(2)]
process.exit(await keepRunning(process.execPath, args))
