import { defineConfig } from 'vitest/config';

// A property walks hundreds of plans, slowly on a busy machine: only a test that hangs is to be ended. What is tested has no
// state that another file could find changed, so all files share what was imported: half of the time.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: './src/testing/one-seed.ts',
    testTimeout: 60_000,
    isolate: false,
  },
});
