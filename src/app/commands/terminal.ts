import type { Say } from './command.ts'

/** A line that begins so replaces the one before it where that can be done. */
export const PROGRESS = '\r'

const PLAIN_EVERY_MS = 5_000

/** Says lines on a terminal, progress in place; where there is none, now and then a line of it. */
export function sayOn(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, now: () => Date): Say {
  let isOpen = false
  let lastAt = now().getTime()
  return (line) => {
    if (!line.startsWith(PROGRESS)) {
      out.write(`${isOpen ? '\n' : ''}${line}\n`)
      isOpen = false
    } else if (out.isTTY) {
      // Clears what a longer line left.
      out.write(`${line}\u001B[K`)
      isOpen = true
    } else if (now().getTime() - lastAt >= PLAIN_EVERY_MS) {
      out.write(`${line.slice(PROGRESS.length)}\n`)
      lastAt = now().getTime()
    }
  }
}
