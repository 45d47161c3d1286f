import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Two databases on a busy machine: only a test that hangs is to be ended.
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: '@noticeboard/domain/testing/one-seed',
    globalSetup: './src/testing/postgres.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
