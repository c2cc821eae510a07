import { auditModule } from '#src/modules/audit/module.ts'
import { catalogueModule } from '#src/modules/catalogue/module.ts'
import { filesModule } from '#src/modules/files/module.ts'
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
  peopleModule,
  filesModule,
  routingModule,
]
