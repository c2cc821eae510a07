// Finds a Chromium for the browser journeys; where there is none, gets one unasked.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
// Held by number: newer ones were not tried here (their start flags change).
const packed = { name: '@sparticuz/chromium', version: '147.0.0', home: '.cache/chromium' }

/** Path of a browser, or undefined. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, where there is no file.`)
    return named
  }
  return usualPlaces.find((path) => existsSync(path))
}

/** Flags for every start: no flags of the packed Chromium, which would switch web security off. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Finds a browser or installs one; gives its path. */
export async function obtainChromium() {
  return findChromium() ?? installFromDebian() ?? (await installPacked())
}

function installFromDebian() {
  const isRootOnDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (!isRootOnDebian) return undefined
  console.log('No Chromium here: installing Debian’s package (about 100 MB) …')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-q'], quiet)
  // Fonts too: without any, every letter is a box and nothing on a picture can be read.
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], quiet)
  return findChromium()
}

async function installPacked() {
  const home = resolve(packed.home)
  const entry = join(home, 'node_modules', packed.name)
  if (!existsSync(entry)) {
    console.log(`No Chromium here: getting ${packed.name} ${packed.version} from the npm registry (about 70 MB) …`)
    execFileSync(
      'npm',
      ['install', '--prefix', home, '--no-audit', '--no-fund', '--loglevel=error', `${packed.name}@${packed.version}`],
      { stdio: 'inherit' },
    )
  }
  // Makes it unpack the libraries it needs, which it does by itself only where this is set.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: chromium } = await import(pathToFileURL(createRequire(`${home}/`).resolve(packed.name)).href)
  return chromium.executablePath()
}

if (process.argv[1] === import.meta.filename) console.log(`Chromium: ${await obtainChromium()}`)
