import { workingDaysCalc, type RuleVersion } from './deadline-rules.ts'
import type { CatalogueFiles } from './files.ts'
import type { Finding, Path } from './known-ids.ts'

/** From what moment the portal starts each clock of the law. */
const anchors = { registration: 'received', answer: 'registered' } as const

/** Terms of the law that an appeal's clocks take from the rules, and that they could not count: the clock would be missing. */
export function findUncountedTerms({ topics, deadlineRules }: Partial<CatalogueFiles>): Finding[] {
  const rules = deadlineRules?.rules ?? []
  return (['registration', 'answer'] as const).flatMap((term) => {
    const named = new Set(topics?.urgencyLevels.map(({ statutory }) => statutory[term]))
    return rules.flatMap(({ id, versions }, at) =>
      named.has(id) ? inVersions(versions, ['rules', at, 'versions'], anchors[term]) : [],
    )
  })
}

function inVersions(versions: readonly RuleVersion[], path: Path, anchor: string): Finding[] {
  const inForce = versions.flatMap((one, at) =>
    one.status === 'inForce' && one.enabled ? [{ calc: one.calc, path: [...path, at, 'calc'] }] : [],
  )
  if (inForce.length === 0)
    return [{ file: 'deadlineRules', path, what: 'appeals are counted by it, and no version is in force' }]
  return inForce.flatMap(({ calc, path: here }): Finding[] => {
    const issues = workingDaysCalc.safeParse(calc).error?.issues ?? []
    return [
      ...issues.map((issue) => ({
        file: 'deadlineRules' as const,
        path: [...here, ...issue.path],
        what: issue.message,
      })),
      ...(calc['anchor'] === anchor
        ? []
        : [
            {
              file: 'deadlineRules' as const,
              path: [...here, 'anchor'],
              what: `the portal counts this term from "${anchor}" only`,
            },
          ]),
    ]
  })
}
