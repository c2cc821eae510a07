import type { Module } from '#src/platform/module.ts'
import { registerRouting } from './routes.tsx'
import { seedRouting } from './seed-routing.ts'

export const routingModule: Module = {
  name: 'routing',
  uses: ['audit', 'catalogue', 'staff'],
  routes: registerRouting,
  seed: seedRouting,
}
