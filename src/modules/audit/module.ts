import type { Module } from '#src/platform/module.ts'
import { appendJob, checkpointJob, keepCheckpointJob, mailCheckpointJob } from './jobs.ts'
import { registerAudit } from './routes.tsx'

export const auditModule: Module = {
  name: 'audit',
  uses: [],
  routes: registerAudit,
  jobs: [appendJob, checkpointJob, keepCheckpointJob, mailCheckpointJob],
}
