import { BesideTable } from '../../components/beside-table.tsx';
import { Button } from '../../components/button.tsx';
import type { Typed } from './bodies.ts';
import type { Row } from './body.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './row-parts.tsx';
import { typedOf } from './typed-words.ts';

/** What the same person typed elsewhere, such as on their phone, beside what is typed here: neither is lost until they choose. */
export const TypedElsewhere = ({
  row,
  body,
  desk,
  onUseHere,
}: {
  row: Row;
  body: Typed;
  desk: Desk;
  /** Keeps what is typed here in place of the other. */
  onUseHere: () => void;
}) => {
  const { elsewhere } = body;
  if (elsewhere === undefined) return null;
  const [there, here] = [elsewhere.body, body].map(
    (each) => new Map(typedOf(row, each).map((part) => [part.name, part.value])),
  );
  const names = [...new Set([...(there?.keys() ?? []), ...(here?.keys() ?? [])])];
  return (
    <section className="nb-theirs" aria-label="Typed elsewhere too">
      <p>
        <strong>You typed on this elsewhere too.</strong> Choose which of the two to go on with.
      </p>
      <BesideTable
        caption="Typed elsewhere beside typed here"
        hideCaption
        left={{ head: 'Typed elsewhere', short: 'Elsewhere:' }}
        right={{ head: 'Typed here', short: 'Here:' }}
        fields={names.map((name) => ({
          key: name,
          label: name,
          left: there?.get(name) ?? '',
          right: here?.get(name) ?? '',
        }))}
      />
      <div className="govuk-button-group">
        <Button
          onClick={() => {
            desk.see(row.key, elsewhere.savedAt);
            onUseHere();
          }}
        >
          Go on with this one<span className="govuk-visually-hidden">: {nameOf(row)}</span>
        </Button>
        <Button
          kind="secondary"
          onClick={() => {
            desk.see(row.key, elsewhere.savedAt);
            desk.bodies.put(row.key, elsewhere.body);
          }}
        >
          Go on with the other<span className="govuk-visually-hidden">: {nameOf(row)}</span>
        </Button>
      </div>
    </section>
  );
};
