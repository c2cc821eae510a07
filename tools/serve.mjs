// Becomes the server that is built already: for systemd and containers, where nothing is installed or built at a start.
import { keepRunning } from './keep-running.mjs'
import { nodeEnvironment, nodeFlags } from './node-flags.mjs'

Object.assign(process.env, { ...nodeEnvironment, ...process.env })
const args = [...nodeFlags, '--enable-source-maps', 'dist/server/main.js', ...process.argv.slice(2)]
process.exit(await keepRunning(process.execPath, args))
