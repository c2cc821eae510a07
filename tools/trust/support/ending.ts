import type { ChildProcess } from 'node:child_process'

// Whatever ends this process, nothing that it started may go on running on somebody's machine.
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Ends a child together with this process, however that ends. Gives the child. */
export function endsWithUs<Child extends ChildProcess>(child: Child): Child {
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** A signal ends this process the usual way, which `exit` hears. */
export function exitOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
}
