type Side = {
  head: string;
  /** What stands before each value where the table is stacked. */
  short: string;
};

/** One field as it reads on either side; nothing is an empty text or null. */
type Beside = { key: string; label: string; left: string | null; right: string | null };

const shown = (value: string | null): string => (value === null || value === '' ? 'Nothing' : value);

/** Fields with two values each, side by side. */
export const BesideTable = ({
  caption,
  hideCaption = false,
  className = '',
  left,
  right,
  fields,
}: {
  caption: string;
  hideCaption?: boolean;
  className?: string;
  left: Side;
  right: Side;
  fields: readonly Beside[];
}) => (
  <table className={`nb-table nb-table--stack ${className}`.trim()}>
    <caption className={hideCaption ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">{left.head}</th>
        <th scope="col">{right.head}</th>
      </tr>
    </thead>
    <tbody>
      {fields.map((field) => (
        <tr key={field.key}>
          <th scope="row">{field.label}</th>
          <td data-head={left.short}>{shown(field.left)}</td>
          <td data-head={right.short}>{shown(field.right)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What was and what is, for corrections. */
export const oldAndNew = { left: { head: 'Old', short: 'Old:' }, right: { head: 'New', short: 'New:' } } as const;
