export type Grouped = {
  /** Resolves when work that began after this call has ended; calls made while work runs share the next run. */
  run(): Promise<void>
  /** The last run asked for, while it is not over. */
  readonly running: Promise<void> | undefined
}

/** One run at a time, as many callers to a run as come meanwhile. */
export function grouped(work: () => Promise<void>): Grouped {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    const run = work().finally(() => {
      if (running === run) running = undefined
    })
    running = run
    return run
  }
  return {
    run() {
      if (!running) return start()
      // The run under way may have looked before this caller wrote.
      next ??= running
        .catch(() => {})
        .then(() => {
          next = undefined
          return start()
        })
      return next
    },
    get running() {
      return next ?? running
    },
  }
}
