import { BesideTable, oldAndNew } from '../../components/beside-table.tsx';
import type { Clash } from '../../components/theirs-beside-yours.tsx';

/** What a correction changes: each field that differs, old beside new. Shows nothing while nothing does. */
export const OldBesideNew = ({ fields }: { fields: readonly Clash[] }) => {
  const differing = fields.filter(({ theirs, yours }) => theirs !== yours);
  if (differing.length === 0) return null;
  return (
    <BesideTable
      caption="What you change"
      className="nb-old-new"
      {...oldAndNew}
      fields={differing.map(({ key, label, theirs, yours }) => ({ key, label, left: theirs, right: yours }))}
    />
  );
};
