import { defineConfig } from 'vitest/config'

/** One PostgreSQL cluster per test run (started by `globalSetup`), one database per test file that asks for one. */
export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'bench/**/*.test.ts', 'launcher/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
