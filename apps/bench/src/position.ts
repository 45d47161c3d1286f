import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { print, ratios, title, median } from './figures.ts';
import { load, type Asked } from './load.ts';
import { today } from './prepare.ts';
import { startProcess } from './server-process.ts';

const rounds = 9;
const requests = 1500;
const noticeId = 'kent-2023';

async function signedIn(url: string): Promise<Asked> {
  const response = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ accountId: 'demo-board-member' }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { url: positionOf(url), headers: { cookie } };
}

const positionOf = (url: string) =>
  `${url}/trpc/position.read?input=${encodeURIComponent(JSON.stringify({ noticeId }))}`;

/** Measures two things in turn, A B A B, so that a drifting machine meets both alike. */
async function inTurn(a: Asked, b: Asked) {
  await load(a, requests);
  await load(b, requests);
  const found = {
    a: { perSecond: [] as number[], medians: [] as number[] },
    b: { perSecond: [] as number[], medians: [] as number[] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const [asked, kept] of [
      [a, found.a],
      [b, found.b],
    ] as const) {
      const { perSecond, milliseconds } = await load(asked, requests);
      kept.perSecond.push(perSecond);
      kept.medians.push(median(milliseconds));
    }
  }
  return found;
}

/** The position, signed in, over tRPC, against the same tRPC server answering the same object from memory to anyone. */
export async function positionAgainstMemory(file: string, folder: string): Promise<void> {
  await using noticeboard = await startProcess('serve-noticeboard.ts', [file, today]);
  const asked = await signedIn(noticeboard.url);
  const answer = (await (await fetch(asked.url, { headers: asked.headers })).json()) as { result: { data: unknown } };
  const kept = path.join(folder, 'position.json');
  const text = JSON.stringify(answer.result.data);
  writeFileSync(kept, text);
  await using memory = await startProcess('serve-from-memory.ts', [kept]);
  const found = await inTurn(asked, { url: positionOf(memory.url), headers: {} });
  title(
    `Position of a notice, ${(text.length / 1024).toFixed(0)} kB: ${rounds} rounds of ${requests.toLocaleString('en-GB')} requests in turn`,
  );
  print({ name: 'Noticeboard, signed in', unit: 'answers a second', values: found.a.perSecond, digits: 0 });
  print({
    name: 'the same object from memory, to anyone',
    unit: 'answers a second',
    values: found.b.perSecond,
    digits: 0,
  });
  print({
    name: 'ratio of throughput (first step 0.5, target 0.7)',
    unit: '',
    values: ratios(found.a.perSecond, found.b.perSecond),
    digits: 2,
  });
}

/** The position of one notice on an installation of two, and on one of 300. */
export async function positionAmongMany(few: string, many: string): Promise<void> {
  await using small = await startProcess('serve-noticeboard.ts', [few, today]);
  await using large = await startProcess('serve-noticeboard.ts', [many, today]);
  const found = await inTurn(await signedIn(large.url), await signedIn(small.url));
  title('Position of a notice among 300 notices, against the demonstration alone');
  print({ name: '300 notices, median of a round', unit: 'ms', values: found.a.medians, digits: 2 });
  print({ name: 'the demonstration alone, median of a round', unit: 'ms', values: found.b.medians, digits: 2 });
  print({
    name: 'ratio of medians (first step at most 1.3)',
    unit: '',
    values: ratios(found.a.medians, found.b.medians),
    digits: 2,
  });
}
