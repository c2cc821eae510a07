import type { Catalogue } from './rules/catalogue.ts'

let inForce: Catalogue | undefined

/** Puts a checked catalogue in force for the whole process. */
export function useCatalogue(checked: Catalogue): void {
  inForce = checked
}

/** The catalogue in force. Throws before the app has set one. */
export function catalogue(): Catalogue {
  if (!inForce) throw new Error('No catalogue is in force yet: the app calls useCatalogue at start.')
  return inForce
}
