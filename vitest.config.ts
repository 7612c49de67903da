import { defineConfig } from 'vitest/config'

/** One PostgreSQL cluster per test run (started when the first file asks `globalSetup` for it), one database per test file that asks for one. */
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'bench/**/*.test.ts', 'launcher/**/*.test.ts'],
    pool: 'forks',
    // A file waits for its database, its browser or its servers half the time: one worker for each core, not one fewer.
    maxWorkers: '100%',
    globalSetup: ['packages/testing/src/database/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
