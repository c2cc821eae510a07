import { monitorEventLoopDelay } from 'node:perf_hooks'
import { gauge, type Family } from './exposition.ts'

const RESOLUTION_MS = 20

/** What the process can say of itself. `stop` ends the measuring. */
export function watchProcess(startedAt: Date): { families(): Family[]; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  return {
    families() {
      // It measures its own pause as well; and each reading is about the time since the one before.
      const late = Math.max(0, delay.percentile(99) / 1e9 - RESOLUTION_MS / 1000)
      delay.reset()
      return [
        gauge(
          'mekendesh_start_time_seconds',
          'When this process started, in seconds since 1970.',
          startedAt.getTime() / 1000,
        ),
        gauge(
          'mekendesh_event_loop_delay_seconds',
          'How late the process was, 99th of 100, since the last reading.',
          late,
        ),
        gauge('mekendesh_memory_bytes', 'Memory the process holds (resident set).', process.memoryUsage.rss()),
      ]
    },
    stop: () => void delay.disable(),
  }
}
