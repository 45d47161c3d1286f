import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Compiling is a third of a start, so what was compiled is kept beside the packages; that is why all else is imported after.
enableCompileCache(path.resolve(import.meta.dirname, '../../../node_modules/.cache/node'));
const [{ serve }, { sayAndStop }] = await Promise.all([import('./serve.ts'), import('./terminal.ts')]);
await serve().catch(sayAndStop);
