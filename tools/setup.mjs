// Runs under whatever Node is on the machine (20 or newer): installs what is missing, so that the script that follows
// finds node_modules/.bin/node, which is the version the portal is built for.
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Mekendesh needs Node.js 20 or newer with npm; this is ${process.version}.`)
  process.exit(1)
}

const stamp = 'node_modules/.mekendesh-installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const isInstalled = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

if (!isInstalled) {
  console.log('Installing packages (once, about a minute) …')
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: 'inherit' })
  writeFileSync(stamp, wanted)
}
