import { useState } from 'react';
import type { Row } from './body.ts';
import { useReadiness, type Desk } from './desk.ts';

/** Gives those rows on which something is typed. */
export const useTyped = (desk: Desk, rows: readonly Row[]): Row[] => {
  const readiness = useReadiness(desk, rows);
  return rows.filter((_row, index) => readiness[index]?.started);
};

/** Gives every row that the page has shown since it is open: what is typed on one stays when it is due no more. */
export const useEverOpened = (rows: readonly Row[]): readonly Row[] => {
  const [ever, setEver] = useState(rows);
  const more = rows.filter(({ key }) => ever.every((row) => row.key !== key));
  if (more.length > 0) setEver([...ever, ...more]);
  return ever;
};
