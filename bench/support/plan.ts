import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import type { DatabaseConfig } from '#src/platform/database/open.ts'
import { pause } from '#tools/trust/support/child.ts'
import { endsWithUs } from '#tools/trust/support/ending.ts'
import type { OnTheWire } from './wire.ts'

export type PlannedRoute = {
  readonly path: string
  readonly kind: 'bytes' | 'read' | 'submit'
  readonly headers: Readonly<Record<string, string>>
  /** As it went over the line, base64. */
  readonly body: string
  /** Lines of sql-lines.ts. */
  readonly statements: readonly string[]
}
export type Plan = {
  readonly port: number
  readonly database: Pick<DatabaseConfig, 'dataDir' | 'databaseUrl'>
  readonly routes: readonly PlannedRoute[]
}

const ofTheConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length'])

/** A route that answers as the portal did. */
export const routeLike = (
  path: string,
  kind: PlannedRoute['kind'],
  { headers, body }: OnTheWire,
  statements: readonly string[],
): PlannedRoute => ({
  path,
  kind,
  headers: Object.fromEntries([...headers].filter(([name]) => !ofTheConnection.has(name))),
  body: body.toString('base64'),
  statements,
})

export async function startPeer(file: string, plan: Plan): Promise<{ stop(): Promise<void> }> {
  writeFileSync(file, JSON.stringify(plan))
  const program = ['--liftoff-only', 'bench/support/peer.ts', file]
  const child = endsWithUs(spawn(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] }))
  for (let tried = 0; ; tried++) {
    const isReady = await fetch(`http://127.0.0.1:${plan.port}/none`).then(
      () => true,
      () => false,
    )
    if (isReady) break
    if (child.exitCode !== null || tried > 600) throw new Error('The bare route did not start.')
    await pause(50)
  }
  return {
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
