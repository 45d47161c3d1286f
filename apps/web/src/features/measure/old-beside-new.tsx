import type { Clash } from '../../components/theirs-beside-yours.tsx';

/** What a correction changes: each field that differs, old beside new. Shows nothing while nothing does. */
export const OldBesideNew = ({ fields }: { fields: readonly Clash[] }) => {
  const differing = fields.filter(({ theirs, yours }) => theirs !== yours);
  if (differing.length === 0) return null;
  return (
    <table className="nb-table nb-table--stack nb-old-new">
      <caption>What you change</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Old</th>
          <th scope="col">New</th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ key, label, theirs, yours }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td data-head="Old:">{theirs === '' ? 'Nothing' : theirs}</td>
            <td data-head="New:">{yours === '' ? 'Nothing' : yours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
