/** What a row is sorted by; null goes last, whichever way. */
export type SortValue = string | number | null;

/** A sorting as it stands in the address: "due" upwards, "-due" downwards. */
export type Sorting = { key: string; down: boolean };

export const readSorting = (text: string | undefined): Sorting | null =>
  text === undefined || text === '' ? null : { key: text.replace(/^-/, ''), down: text.startsWith('-') };

export const writeSorting = ({ key, down }: Sorting): string => (down ? `-${key}` : key);

const byText = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorts rows; "6.10" comes after "6.9", equal rows keep their order. */
export const sortRows = <Row>(rows: readonly Row[], value: (row: Row) => SortValue, down: boolean): Row[] => {
  const sign = down ? -1 : 1;
  return rows
    .map((row) => ({ row, by: value(row) }))
    .toSorted((a, b) => {
      if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null);
      return (
        sign *
        (typeof a.by === 'number' && typeof b.by === 'number'
          ? a.by - b.by
          : byText.compare(String(a.by), String(b.by)))
      );
    })
    .map(({ row }) => row);
};
