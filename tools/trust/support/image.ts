import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A file system in a file. What was not flushed to it lies in the kernel's memory and is not in the file:
 * a copy of the file is what a power cut would leave.
 */
export type Image = {
  readonly folder: string
  /** Mounts a copy as it is now, as after a cut, and gives its folder. */
  cut(): { readonly folder: string; remove(): void }
  remove(): void
}

/** Undefined, with the reason, where this machine lets nobody mount a file. */
export function whyNoImage(): string | undefined {
  if (process.getuid?.() !== 0) return 'loop mounts need root'
  try {
    const image = makeImage(16)
    image.remove()
    return undefined
  } catch (error) {
    return `no loop mounts here (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''})`
  }
}

export function makeImage(megabytes: number): Image {
  // In memory, where a copy takes a moment in which nothing else moves.
  const home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mekendesh-image-'))
  // The database's own user must get through to it.
  chmodSync(home, 0o755)
  const file = join(home, 'disk')
  const folder = join(home, 'mounted')
  mkdirSync(folder)
  run('truncate', '-s', `${megabytes}M`, file)
  run('mkfs.ext4', '-q', '-F', file)
  run('mount', '-o', 'loop', file, folder)
  const after = join(home, 'mounted-after')
  const isMounted = (path: string) => readFileSync('/proc/mounts', 'utf8').includes(` ${path} `)
  const letGo = (path: string) => {
    if (isMounted(path)) run('umount', '-l', path)
  }
  const remove = () => {
    letGo(after)
    letGo(folder)
    rmSync(home, { recursive: true, force: true })
  }
  // A run that is broken off would leave it mounted, in memory.
  process.once('exit', remove)
  return {
    folder,
    cut() {
      const copy = join(home, 'disk-after')
      const after = join(home, 'mounted-after')
      copyFileSync(file, copy)
      mkdirSync(after)
      run('mount', '-o', 'loop', copy, after)
      return {
        folder: after,
        remove() {
          letGo(after)
          rmSync(after, { recursive: true })
          rmSync(copy)
        },
      }
    },
    remove() {
      process.off('exit', remove)
      remove()
    },
  }
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
