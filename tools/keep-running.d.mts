import type { SpawnOptions } from 'node:child_process'

export const DISK_REFUSED: number
export function keepRunning(
  file: string,
  args: readonly string[],
  options?: SpawnOptions & { readonly pausesMs?: readonly number[]; readonly say?: (line: string) => void },
): Promise<number>
