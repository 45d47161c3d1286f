/** How a series of measurements is printed: each figure's minimum, median and maximum, never one run alone. */
export type Series = { name: string; unit: string; values: number[]; digits: number };

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

export function median(values: readonly number[]): number {
  const ordered = sorted(values);
  const middle = Math.floor(ordered.length / 2);
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? upper) + upper) / 2;
}

export function print({ name, unit, values, digits }: Series): void {
  const ordered = sorted(values);
  const figures = [ordered[0], median(values), ordered.at(-1)].map((value) =>
    (value ?? Number.NaN).toFixed(digits).padStart(10),
  );
  console.log(`  ${name.padEnd(54)}${figures.join('')}  ${unit}`);
}

export function title(words: string): void {
  console.log(`\n${words}`);
  console.log(`  ${''.padEnd(54)}${['min', 'median', 'max'].map((head) => head.padStart(10)).join('')}`);
}

/** Gives a/b pair by pair, so that a machine whose speed drifts is compared with itself. */
export const ratios = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, index) => value / (b[index] ?? Number.NaN));
