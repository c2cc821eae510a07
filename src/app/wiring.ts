import type { Job, PortalEvent } from '#src/platform/jobs.ts'
import type { Module } from '#src/platform/module.ts'
import { slotsFrom, type Slots } from '#src/platform/slots.ts'

/** What the list of modules adds up to. */
export type Wiring = {
  readonly jobs: readonly Job[]
  readonly hears: readonly { readonly event: PortalEvent; readonly job: Job }[]
  readonly slots: Slots
}

/** Joins the modules; a module that uses one below it, or one that is not there, keeps the portal from starting. */
export function wire(modules: readonly Module[]): Wiring {
  modules.forEach((module, place) => {
    const above = new Set(modules.slice(0, place).map(({ name }) => name))
    const wrong = module.uses.filter((used) => !above.has(used))
    if (wrong.length > 0)
      throw new Error(
        `Module ${module.name} uses ${wrong.join(', ')}, which does not stand above it in src/app/modules.ts.`,
      )
  })
  const jobs = [...new Set(modules.flatMap((module) => module.jobs ?? []))]
  const names = jobs.map(({ name }) => name)
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new Error(`Two jobs are called ${twice}.`)
  return {
    jobs,
    hears: modules.flatMap((module) => module.hears ?? []),
    slots: slotsFrom(modules.flatMap((module) => module.fills ?? [])),
  }
}
