import { statfs } from 'node:fs/promises'

/** The one source of how full the disk under a folder is: injected, so that no test depends on its machine's. In bytes. */
export type Disk = (folder: string) => Promise<{ readonly free: number; readonly size: number }>

export const systemDisk: Disk = async (folder) => {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, size: blocks * bsize }
}
