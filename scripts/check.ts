import { spawnSync } from 'node:child_process';

const checks = [
  { name: 'format', command: 'oxfmt --check' },
  { name: 'lint', command: 'oxlint' },
  { name: 'types', command: 'tsc -b' },
  { name: 'unused code', command: 'knip' },
];

/** Runs every check, even after one has failed, and gives how many passed and failed. */
export function runChecks(): { passed: number; failed: number } {
  const failed = checks.filter(({ name, command }) => {
    console.log(`\n${name}: ${command}`);
    return spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0;
  });
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
  return { passed: checks.length - failed.length, failed: failed.length };
}

if (import.meta.main) process.exitCode = runChecks().failed > 0 ? 1 : 0;
