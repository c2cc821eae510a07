export function findChromium(): string | undefined
export function obtainChromium(): Promise<string>
export const chromiumFlags: readonly string[]
