// How Node runs the portal. Measured by npm run bench: half of the memory that Node takes by itself under load, at no cost
// that shows. A hard limit would end the process instead; --optimize-for-size doubles the time of every page.
export const nodeFlags = [
  // The embedded database's WebAssembly at a third of the memory, and without it of no consequence.
  '--liftoff-only',
  // Young objects are swept in portions of 4 MB instead of 16: what a page leaves behind is gone sooner.
  '--max-semi-space-size=4',
  // The heap may grow by two fifths before all of it is swept, not by two or three times.
  '--heap-growing-percent=40',
]
// Two heaps for native threads (hashing, images) instead of eight for each processor: what one thread frees another takes.
export const nodeEnvironment = { MALLOC_ARENA_MAX: '2' }
