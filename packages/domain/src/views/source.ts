import type { IsoDate, Source } from '../fields.ts';
import type { Mark } from '../scales.ts';

/** Where a figure comes from, as a page shows it beside the figure. */
export type SourceView = {
  mark: Mark;
  disputed: string | null;
  unconfirmed: string | null;
  title: string | null;
  url: string | null;
  publishedOn: IsoDate | null;
  /** The source came out after the day that is looked at. */
  publishedLater: boolean;
};

/** Gives the source of a row as seen on a day. */
export const sourceView = (source: Source, today: IsoDate): SourceView => ({
  mark: source.mark,
  disputed: source.disputed,
  unconfirmed: source.unconfirmed,
  title: source.sourceTitle,
  url: source.sourceUrl,
  publishedOn: source.sourcePublishedOn,
  publishedLater: source.sourcePublishedOn !== null && source.sourcePublishedOn > today,
});

/** Gives the sources of several rows, each shown once. */
export const sourcesView = (sources: readonly Source[], today: IsoDate): SourceView[] => {
  const shown = new Map(
    sources.map((source) => [JSON.stringify(sourceView(source, today)), sourceView(source, today)]),
  );
  return [...shown.values()];
};

/** Says whether a section rests on anything that was made up for a demonstration. */
export const isIllustrative = (sources: readonly { mark: Mark }[]): boolean =>
  sources.some(({ mark }) => mark === 'illustrative');
