import type { Module } from '#src/platform/module.ts'
import * as jobs from './jobs.ts'

// What the app plugs in. Only src/app imports this file.
export const auditModule: Module = { name: 'audit', uses: [], jobs: Object.values(jobs) }
