import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** The bytes, after gzip, of the scripts that the first page needs: the entry and all that it imports statically. */
function firstLoadBytes(bundle: Rolldown.OutputBundle): number {
  const seen = new Set<string>();
  const visit = (fileName: string) => {
    const output = bundle[fileName];
    if (output?.type !== 'chunk' || seen.has(fileName)) return;
    seen.add(fileName);
    output.imports.forEach(visit);
  };
  for (const output of Object.values(bundle)) {
    if (output.type === 'chunk' && output.isEntry) visit(output.fileName);
  }
  return [...seen].reduce((sum, fileName) => {
    const output = bundle[fileName];
    return output?.type === 'chunk' ? sum + gzipSync(output.code).length : sum;
  }, 0);
}

/** Fails the build when the first page needs more script than it may. */
export function firstLoadBudget({ kilobytes }: { kilobytes: number }): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const size = firstLoadBytes(bundle) / 1000;
      const words = `Script on first load: ${size.toFixed(1)} kB gzip, at most ${kilobytes} kB`;
      if (size > kilobytes) this.error(words);
      this.info(words);
    },
  };
}
