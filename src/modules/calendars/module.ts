import type { Module } from '#src/platform/module.ts'
import { registerCalendars } from './routes/calendars.tsx'
import { seedCalendars } from './seed-calendars.ts'

export const calendarsModule: Module = {
  name: 'calendars',
  uses: ['audit', 'catalogue', 'staff'],
  routes: registerCalendars,
  seed: seedCalendars,
}
