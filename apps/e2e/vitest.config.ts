import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: './src/setup.ts',
    // A journey goes over many pages, and each file has a server and a browser of its own.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as Playwright itself waits for what is to come.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
});
