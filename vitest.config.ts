// How the tests run: every file in test/, after dist/ was brought up to date for those that start the command.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['scripts/transpile.mjs'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
