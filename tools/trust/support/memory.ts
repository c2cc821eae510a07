import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const MB = 1024

const statusOf = (pid: number | string) => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    // It ended between the two looks.
    return ''
  }
}
const kbIn = (status: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)

/** Watches a process and those that it starts, until `stop` gives by how many MB it grew at most and the most one of them took. */
export function watchMemory(pid: number): { stop(): { grown: number; ofAChild: number } } {
  // From now on the system notes the most.
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const before = kbIn(statusOf(pid), 'VmRSS')
  let ofAChild = 0
  const look = () => {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const status = statusOf(name)
      if (kbIn(status, 'PPid') === pid) ofAChild = Math.max(ofAChild, kbIn(status, 'VmHWM'))
    }
  }
  const timer = setInterval(look, 20)
  return {
    stop() {
      clearInterval(timer)
      return {
        grown: Math.round((kbIn(statusOf(pid), 'VmHWM') - before) / MB),
        ofAChild: Math.round(ofAChild / MB),
      }
    },
  }
}
