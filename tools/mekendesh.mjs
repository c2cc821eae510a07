#!/usr/bin/env node
// npx mekendesh …: the administrator's commands. Runs under the machine's Node, works under the portal's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..')
const main = join(home, 'dist/server/main.js')
const node = join(home, 'node_modules/.bin/node')
const run = (command, args, stdio) => {
  // Paths that are typed belong to where they are typed; everything else to the portal's own folder.
  const env = { ...process.env, MEKENDESH_FROM: process.cwd() }
  const { status, error } = spawnSync(command, args, { cwd: home, env, stdio })
  if (error) console.error(error.message)
  return status ?? 1
}
// What is missing is made without a word on standard output, which belongs to the command.
const quiet = ['ignore', 2, 'inherit']
if (!existsSync(node)) run(process.execPath, [join(home, 'tools/setup.mjs')], quiet)
if (!existsSync(main)) run(node, [join(home, 'tools/build.mjs')], quiet)
process.exit(
  run(
    node,
    ['--liftoff-only', '--enable-source-maps', main, ...(process.argv.length > 2 ? process.argv.slice(2) : ['help'])],
    'inherit',
  ),
)
