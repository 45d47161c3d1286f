import { useEffect, useId, useRef } from 'react';
import { BesideTable } from './beside-table.tsx';
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
  const id = useId();
  useEffect(() => box.current?.focus(), []);
  const differing = fields.filter(({ theirs, yours }) => theirs !== yours);
  return (
    <section className="nb-theirs" ref={box} tabIndex={-1} aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {by ?? 'Somebody else'} changed this while you were typing
      </h2>
      <p>
        Nothing of yours was saved, and nothing is lost. Choose which to keep, or mend yours below and save it again.
      </p>
      <BesideTable
        caption="Theirs beside yours"
        hideCaption
        left={{ head: 'Theirs, saved', short: 'Theirs:' }}
        right={{ head: 'Yours, not saved', short: 'Yours:' }}
        fields={differing.map(({ key, label, theirs, yours }) => ({ key, label, left: theirs, right: yours }))}
      />
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
