import '#test/support/server-url.ts'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    pool: 'forks',
    // A browser, a portal and an embedded database fill one machine of two cores.
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
