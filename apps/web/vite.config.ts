import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstLoadBudget } from './first-load-budget.ts';

const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  plugins: [react(), firstLoadBudget({ kilobytes: 150 })],
  css: {
    // govuk-frontend carries a hack for old browsers that Lightning CSS would stop at.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { loadPaths: ['node_modules/govuk-frontend/dist'], quietDeps: true } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/trpc': server } },
  test: {
    testTimeout: 60_000,
    projects: [
      // A page of its own for each file costs most of the time in a process of its own, and next to nothing in a context.
      {
        extends: true,
        test: { name: 'app', include: ['src/**/*.test.{ts,tsx}'], environment: 'jsdom', pool: 'vmThreads' },
      },
      { extends: true, test: { name: 'build', include: ['*.test.ts'] } },
    ],
  },
});
