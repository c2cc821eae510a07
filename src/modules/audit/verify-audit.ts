import type { AppDeps } from '#src/platform/deps.ts'

export type AuditProblem = {
  readonly entryId?: string
  readonly what: 'altered'
}

/** Reads the whole log again and compares it with its tree, its checkpoints and those kept outside (a text of one or more signed notes). */
export function verifyAudit(
  _deps: Pick<AppDeps, 'db' | 'keys'>,
  _checkpointText?: string,
): Promise<{ ok: boolean; problems: readonly AuditProblem[] }> {
  throw new Error('Not built yet.')
}
