/** Wrong tries that cost nothing: people mistype. */
const FREE_TRIES = 5
const LONGEST_WAIT_MS = 15 * 60_000

/** How long the next try must wait after so many wrong ones in a row: 2 s, 4 s, 8 s … a quarter of an hour. */
export function waitAfter(failures: number): number {
  if (failures <= FREE_TRIES) return 0
  return Math.min(LONGEST_WAIT_MS, 2 ** (failures - FREE_TRIES) * 1000)
}
