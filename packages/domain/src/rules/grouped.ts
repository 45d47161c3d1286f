/** Orders texts by code unit, which for ISO dates and instants is by time. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Gives a finder of the rows that share a key, in order where one is given; those with none are left out. A plan never changes once made, so each array is
 * grouped once and its groups live as long as it does: a page asks for the readings of forty measures several times over.
 */
export const groupedBy = <Row extends object>(
  keyOf: (row: Row) => string | null,
  order?: (a: Row, b: Row) => number,
) => {
  const groups = new WeakMap<readonly Row[], Map<string | null, Row[]>>();
  return (rows: readonly Row[], key: string): readonly Row[] => {
    let known = groups.get(rows);
    if (!known) {
      known = Map.groupBy(rows, keyOf);
      known.delete(null);
      // Each group for itself: many short sorts are quicker than a long one.
      if (order) for (const group of known.values()) group.sort(order);
      groups.set(rows, known);
    }
    return known.get(key) ?? [];
  };
};

/** Orders rows by a true date, then by when they were recorded, then by id. */
export const byTime =
  <Row extends { recordedAt: string; id: string }>(dayOf: (row: Row) => string) =>
  (a: Row, b: Row): number =>
    compareText(dayOf(a), dayOf(b)) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id);
