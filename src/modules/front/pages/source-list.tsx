import type { LegalTerm } from '../rules.ts'

/** Where the terms of the law were read, in the sources' own words, each with its day where it has one. */
export const SourceList = ({ terms }: { terms: readonly LegalTerm[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {[...new Set(terms.flatMap(({ sources }) => sources))].map((source) => (
      <li lang="en">{source}</li>
    ))}
  </ul>
)
