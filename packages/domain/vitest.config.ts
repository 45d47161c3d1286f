import { defineConfig } from 'vitest/config';

// A property walks hundreds of plans, slowly on a busy machine: only a test that hangs is to be ended.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], setupFiles: './src/testing/one-seed.ts', testTimeout: 60_000 },
});
