/** The one source of the present moment: injected, so that a test can stop it and nothing else reads the time. */
export type Clock = { now(): Date }

/** The one source of randomness: injected, so that a run can be replayed from its seed. */
export type Random = { bytes(length: number): Uint8Array }
