import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { CatalogueProblems, loadCatalogue, type CatalogueProblem } from './load-catalogue.ts'
import type { Catalogue } from './rules/catalogue.ts'

/**
 * Reads the catalogue and keeps a copy of it in `keptDir`. A broken one never replaces a working one: then the copy
 * of the last that worked is given, together with what is wrong. Throws CatalogueProblems where there is no copy yet.
 */
export function takeCatalogue(
  dir: string,
  keptDir: string,
): { catalogue: Catalogue; problems: readonly CatalogueProblem[] } {
  try {
    const catalogue = loadCatalogue(dir)
    keepCopy(dir, keptDir)
    return { catalogue, problems: [] }
  } catch (error) {
    if (!(error instanceof CatalogueProblems) || !existsSync(keptDir)) throw error
    return { catalogue: loadCatalogue(keptDir), problems: error.problems }
  }
}

// Copied beside and renamed: a crash half way leaves the old copy or none, never half of one. Where another process
// has put its own there in the same moment, that one is as good.
function keepCopy(dir: string, keptDir: string) {
  const fresh = mkdtempSync(`${keptDir}.new-`)
  cpSync(dir, fresh, { recursive: true })
  rmSync(keptDir, { recursive: true, force: true })
  try {
    renameSync(fresh, keptDir)
  } catch {
    rmSync(fresh, { recursive: true, force: true })
  }
}
