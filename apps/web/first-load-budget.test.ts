// @vitest-environment node
import { build, type InlineConfig } from 'vite';
import { expect, test } from 'vitest';
import { firstLoadBudget } from './first-load-budget.ts';

const noise = Array.from({ length: 2000 }, (_, index) => Math.sin(index)).join();

const sources: Record<string, string> = {
  'entry.js': `import './needed.js'; import('./later.js');`,
  'needed.js': `globalThis.needed = '${noise.slice(0, 8000)}';`,
  'later.js': `globalThis.later = '${noise}';`,
};

function page(kilobytes: number): InlineConfig {
  return {
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: 'entry.js' } },
    plugins: [
      {
        name: 'sources',
        resolveId: (id) => id.replace('./', ''),
        load: (id) => sources[id],
      },
      firstLoadBudget({ kilobytes }),
    ],
  };
}

test('what a page loads later is not counted', async () => {
  await expect(build(page(8))).resolves.toBeDefined();
});

test('a first page over its budget fails the build, and the figure is named', async () => {
  await expect(build(page(2))).rejects.toThrow(/Script on first load: \d+\.\d kB gzip, at most 2 kB/);
});
