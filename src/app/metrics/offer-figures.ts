import type { AppDeps } from '#src/platform/deps.ts'
import { offerMetrics, type MetricsDoor } from '#src/platform/metrics/listen.ts'
import { watchProcess } from '#src/platform/metrics/process-figures.ts'
import { figuresOf } from './figures.ts'

/** Opens the door of the figures where METRICS_LISTEN names one; every process has its own. */
export async function offerFigures(deps: AppDeps): Promise<MetricsDoor | undefined> {
  if (!deps.config.metricsListen) return undefined
  const ofProcess = watchProcess(deps.clock.now())
  const door = await offerMetrics(deps.config, figuresOf(deps, ofProcess), deps.log)
  if (!door) ofProcess.stop()
  return (
    door && {
      port: door.port,
      async close() {
        ofProcess.stop()
        await door.close()
      },
    }
  )
}
