import type { Module } from '#src/platform/module.ts'
import { scanNewFile, scanWaiting, shredFiles, sweepFiles } from './jobs.ts'

// What the app plugs in. Only src/app imports this file.
export const filesModule: Module = {
  name: 'files',
  uses: ['audit'],
  jobs: [shredFiles, sweepFiles, scanNewFile, scanWaiting],
}
