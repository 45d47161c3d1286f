import type { ChartSeries } from '../charts/model.ts';

/** The four colours of a chart in their order, and the grey of a guide; words are darker where the line's colour would be hard to read. */
export const colours: Readonly<Record<ChartSeries['role'], { line: string; words: string }>> = {
  actual: { line: '#12436d', words: '#12436d' },
  plan: { line: '#f46a25', words: '#a8410b' },
  other: { line: '#28a197', words: '#146760' },
  fourth: { line: '#801650', words: '#801650' },
  guide: { line: '#5b646b', words: '#4a5157' },
};

/** What is no series: ink for today and titles, grey for what stands behind, and the ground. */
export const ink = '#0b0c0c';
export const secondary = '#4a5157';
export const grey = '#5b646b';
export const grid = '#e6eaed';
export const ground = '#ffffff';

/** What happened is drawn heavier than what was planned. */
export const lineWidth: Readonly<Record<ChartSeries['role'], number>> = {
  actual: 3.5,
  plan: 2.4,
  other: 2.4,
  fourth: 2.4,
  guide: 1.5,
};

/** The dashes of a line that is no fact: a plan, a limit. */
export const dashes = '7 5';
