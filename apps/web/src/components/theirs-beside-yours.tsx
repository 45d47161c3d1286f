import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';

/** One field that both have changed: how theirs and yours read. */
export type Clash = { key: string; label: string; theirs: string; yours: string };

/**
 * What another person saved beside what was typed, where both changed the same thing. Nothing typed is lost: the form below
 * keeps it until one is chosen.
 * @param by the title of whoever saved theirs; null where it is not known
 * @param onUseMine sends yours again, on top of theirs
 * @param onUseTheirs puts theirs into the form
 */
export const TheirsBesideYours = ({
  by,
  fields,
  onUseMine,
  onUseTheirs,
}: {
  by: string | null;
  fields: readonly Clash[];
  onUseMine: () => void;
  onUseTheirs: () => void;
}) => {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const differing = fields.filter(({ theirs, yours }) => theirs !== yours);
  return (
    <section className="nb-theirs" ref={box} tabIndex={-1} aria-labelledby="theirs-beside-yours">
      <h2 className="govuk-heading-m" id="theirs-beside-yours">
        {by ?? 'Somebody else'} changed this while you were typing
      </h2>
      <p>
        Nothing of yours was saved, and nothing is lost. Choose which to keep, or mend yours below and save it again.
      </p>
      <table className="nb-table nb-table--stack">
        <caption className="govuk-visually-hidden">Theirs beside yours</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Theirs, saved</th>
            <th scope="col">Yours, not saved</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ key, label, theirs, yours }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td data-head="Theirs:">{theirs === '' ? 'Nothing' : theirs}</td>
              <td data-head="Yours:">{yours === '' ? 'Nothing' : yours}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differing.length === 0 ? <p>What they saved reads the same as yours.</p> : null}
      <div className="govuk-button-group">
        <Button onClick={onUseMine}>Use mine</Button>
        <Button kind="secondary" onClick={onUseTheirs}>
          Use theirs
        </Button>
      </div>
    </section>
  );
};
