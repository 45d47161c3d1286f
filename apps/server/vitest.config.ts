import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A password is hashed slowly on purpose, and a busy machine is no fault: only a test that hangs is to be ended. Each test makes
  // the installation that it needs, so files share what was imported.
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: '@noticeboard/domain/testing/one-seed',
    globalSetup: '@noticeboard/db/testing/postgres',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
