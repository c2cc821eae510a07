import { chmodSync, mkdirSync, statSync } from 'node:fs'

/**
 * Makes the folder, or closes the one that is there, to everybody but the portal's user: what lies in it has the modes its
 * writers gave, and the embedded database writes files that anybody may change.
 */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if ((statSync(path).mode & 0o077) === 0) return
  try {
    chmodSync(path, 0o700)
  } catch {
    throw new Error(
      `Others on this machine may enter ${path}, and it is not ours to close. Its owner runs: chmod 700 ${path}`,
    )
  }
}
