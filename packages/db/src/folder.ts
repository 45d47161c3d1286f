import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Says whether an error of the disk is that the file or folder is there already. */
export const isThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Makes a folder with those above it, where they are missing.
 * @throws errors of the disk as Node gives them
 */
export function makeFolder(folder: string): void {
  // Node's own recursion goes on for ever where a folder can't be made and the one above is there, as in /proc.
  const missing: string[] = [];
  for (let each = path.resolve(folder); !existsSync(each); each = path.dirname(each)) missing.push(each);
  for (const each of missing.toReversed()) {
    try {
      mkdirSync(each);
    } catch (error) {
      if (!isThere(error)) throw error;
    }
  }
}
