import type { Portal } from './portal.ts'

/** What the person who runs it reads after the start. */
export function greetFirstStart({ deps }: Portal) {
  console.log(`Mekendesh is ready: ${deps.config.publicUrl}`)
}
