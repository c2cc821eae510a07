import '#test/support/server-url.ts'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // JSX settings come from tsconfig.json.
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    // One embedded database per file in a fork of its own: memory, not the processor, is what limits us.
    pool: 'forks',
    maxWorkers: Math.min(2, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
