import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './check.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type Manifest = { name: string; scripts?: Record<string, string> };

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A file that does not even load has no failed test of its own, so it counts as one. */
function failures(report: Report): number {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return report.numFailedTests + broken.length;
}

const packages = globSync('{packages,apps}/*/package.json')
  .map((file) => ({ ...(readJson(file) as Manifest), report: path.join(path.dirname(file), '.report/vitest.json') }))
  .filter(({ scripts }) => scripts?.['test'] !== undefined);

// A report left by an earlier run must never be counted; a cached run puts its own back.
for (const { report } of packages) rmSync(report, { force: true });

const total = runChecks();

const turbo = spawnSync('turbo', ['run', 'test', '--continue=always', '--output-logs=new-only'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
});

let failedTests = 0;
for (const { name, report } of packages) {
  if (existsSync(report)) {
    const result = readJson(report) as Report;
    total.passed += result.numPassedTests;
    failedTests += failures(result);
  } else {
    console.log(`${name} ended without a report`);
    failedTests += 1;
  }
}
// Such as an error outside any test, or a build that failed.
if (turbo.status !== 0 && failedTests === 0) failedTests = 1;
total.failed += failedTests;

process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
