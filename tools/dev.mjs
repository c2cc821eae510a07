// npm run dev: the portal from its sources, started again at each change; styles and browser code are rebuilt beside it.
import { spawn } from 'node:child_process'

const run = (args) => spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, MEKENDESH_DEV: '1' } })
const children = [
  run(['node_modules/vite/bin/vite.js', 'build', '--watch', '--logLevel', 'warn']),
  run([
    'node_modules/tsx/dist/cli.mjs',
    'watch',
    '--clear-screen=false',
    '--include',
    'catalogue/**',
    '--include',
    'migrations/**',
    'src/main.ts',
  ]),
]
const stop = () => children.forEach((child) => child.kill('SIGTERM'))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
for (const child of children) child.on('exit', stop)
