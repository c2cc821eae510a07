import type { Module } from '#src/platform/module.ts'
import { seedCalendars } from './seed-calendars.ts'

export const calendarsModule: Module = {
  name: 'calendars',
  uses: ['audit', 'catalogue', 'staff'],
  seed: seedCalendars,
}
