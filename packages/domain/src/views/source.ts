import type { IsoDate, Source } from '../fields.ts';
import type { Mark } from '../scales.ts';
import { firstOfMonth } from '../words.ts';

/** Where a figure comes from, as a page shows it beside the figure. */
export type SourceView = {
  mark: Mark;
  disputed: string | null;
  unconfirmed: string | null;
  title: string | null;
  url: string | null;
  publishedOn: IsoDate | null;
  /** The source came out after the day that is looked at: by its day, or where that is not known, by what its title says of it. */
  publishedLater: boolean;
};

/** How the title of a source tells what is known of a day of publication that is not known itself. */
const earliestInTitle = /published in or after ([A-Z][a-z]+ \d{4})(?!\w)/;

/** Gives the first day on which a source can have come out: its day, or the month that its title names; null where neither is known. */
const publishedFrom = ({ sourcePublishedOn, sourceTitle }: Source): IsoDate | null =>
  sourcePublishedOn ?? firstOfMonth(earliestInTitle.exec(sourceTitle ?? '')?.[1] ?? '');

/** Gives the source of a row as seen on a day. */
export const sourceView = (source: Source, today: IsoDate): SourceView => ({
  mark: source.mark,
  disputed: source.disputed,
  unconfirmed: source.unconfirmed,
  title: source.sourceTitle,
  url: source.sourceUrl,
  publishedOn: source.sourcePublishedOn,
  publishedLater: (publishedFrom(source) ?? today) > today,
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
