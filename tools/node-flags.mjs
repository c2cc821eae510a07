// How Node runs the portal. Measured: half of the memory that Node takes by itself under load, for a twentieth of the time.
// Steps of two fifths would save 30 MB more and cost half of the time; --optimize-for-size doubles the time of every page;
// a hard limit would end the process.
export const nodeFlags = [
  // The embedded database's WebAssembly at a third of the memory, and without it of no consequence.
  '--liftoff-only',
  // Young objects are swept in portions of 4 MB instead of 16: what a page leaves behind is gone sooner.
  '--max-semi-space-size=4',
  // The heap may double before all of it is swept, not grow fourfold.
  '--heap-growing-percent=100',
]
// Two heaps for native threads (hashing, images) instead of eight for each processor: what one thread frees another takes.
export const nodeEnvironment = { MALLOC_ARENA_MAX: '2' }
