import { appealsModule } from '#src/modules/appeals/module.ts'
import { auditModule } from '#src/modules/audit/module.ts'
import { calendarsModule } from '#src/modules/calendars/module.ts'
import { catalogueModule } from '#src/modules/catalogue/module.ts'
import { deskModule } from '#src/modules/desk/module.ts'
import { filesModule } from '#src/modules/files/module.ts'
import { followModule } from '#src/modules/follow/module.ts'
import { frontModule } from '#src/modules/front/module.ts'
import { intakeModule } from '#src/modules/intake/module.ts'
import { noticesModule } from '#src/modules/notices/module.ts'
import { peopleModule } from '#src/modules/people/module.ts'
import { routingModule } from '#src/modules/routing/module.ts'
import { staffModule } from '#src/modules/staff/module.ts'
import type { Module } from '#src/platform/module.ts'

/** The portal's features. Order is law: each may use only those above it. */
export const modules: readonly Module[] = [
  auditModule,
  catalogueModule,
  noticesModule,
  staffModule,
  calendarsModule,
  peopleModule,
  filesModule,
  routingModule,
  appealsModule,
  intakeModule,
  followModule,
  deskModule,
  frontModule,
]
