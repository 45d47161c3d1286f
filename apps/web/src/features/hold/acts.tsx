import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { HoldItem, HoldView } from '@noticeboard/domain/views/hold';
import { useMay } from '../../app/notice.ts';
import { mustStay } from '../../app/stay.ts';
import { Button } from '../../components/button.tsx';
import { ChallengeForm } from './challenge-form.tsx';
import { DecideForm } from './decide-form.tsx';
import { AssureForm, NoteForm } from './note-forms.tsx';
import { useKeys } from './use-keys.ts';

const acts = ['decide', 'challenge', 'assure', 'note'] as const;
type Act = (typeof acts)[number];

const named = {
  decide: { label: 'Decide', key: 'd' },
  challenge: { label: 'Challenge', key: 'c' },
  assure: { label: 'Assure', key: 'a' },
  note: { label: 'Note', key: 'n' },
} as const satisfies Record<Act, { label: string; key: string }>;

const forms = { decide: DecideForm, challenge: ChallengeForm, assure: AssureForm, note: NoteForm } as const;

const whyNotOf = ({ whyNot }: HoldItem, act: Act): string | null => (act === 'note' ? null : whyNot[act]);

/** What the agenda asks for is open from the start, where the person may do it and nothing is recorded yet. */
const askedFor = ({ ask, records }: HoldItem, open: readonly Act[]): Act | null => {
  if (records.length > 0) return null;
  return open.includes(ask) ? ask : null;
};

/** An action that lacks something is only spoken of as one to assure where the agenda asks for it. */
const isAssurable = ({ ask, facts }: HoldItem): boolean =>
  facts.kind === 'action' && (ask === 'assure' || facts.missing.length === 0) && facts.action.stage !== 'assured';

/** What may be done with an item: a button for each act, with its key, and the form of the one that is chosen. */
export const Acts = ({
  item,
  hold: { people, whyNotDecides },
  held,
  keys,
  orAsk,
  onRecorded,
}: {
  item: HoldItem;
  hold: HoldView;
  /** False once the meeting was closed: the form that is open stays, and nothing else may be begun. */
  held: boolean;
  /** Whether keys choose too. */
  keys: boolean;
  /** Asks first, where something is typed that would be lost. */
  orAsk: (goOn: () => void) => void;
  onRecorded: () => void;
}) => {
  const may = {
    decide: useMay('meeting.decide'),
    challenge: useMay('challenge.ask'),
    assure: useMay('meeting.decide') && isAssurable(item),
    note: useMay('meeting.minute'),
  };
  const mine = acts.filter((each) => held && may[each]);
  const open = mine.filter((act) => whyNotOf(item, act) === null);
  const [act, setAct] = useState(() => askedFor(item, open));
  const show = (chosen: Act) => {
    // The form is there at once, so that what is typed after the key goes into it from the first letter.
    flushSync(() => setAct(chosen));
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('#act-form :is(input, textarea)');
    field?.focus();
    // Words that are offered give way to what is typed; what is typed already stays.
    if (!mustStay()) field?.select();
  };
  const choose = (chosen: Act) => {
    if (!open.includes(chosen)) return;
    if (chosen === act) show(chosen);
    else orAsk(() => show(chosen));
  };
  useKeys(
    keys,
    Object.fromEntries(
      acts.flatMap((each, index) => [
        [named[each].key, () => choose(each)],
        [String(index + 1), () => choose(each)],
      ]),
    ),
  );
  const Form = act === null ? null : forms[act];
  return (
    <>
      {held ? (
        <div className="nb-hold__buttons" role="group" aria-label="What the meeting does">
          {mine.map((each) => (
            <Button
              key={each}
              kind={each === act ? 'primary' : 'secondary'}
              aria-pressed={each === act}
              aria-keyshortcuts={`${named[each].key.toUpperCase()} ${acts.indexOf(each) + 1}`}
              disabled={!open.includes(each)}
              onClick={() => choose(each)}
            >
              {named[each].label} <kbd aria-hidden="true">{named[each].key.toUpperCase()}</kbd>
            </Button>
          ))}
        </div>
      ) : null}
      {mine
        // What keeps the whole meeting from deciding stands on top of the page.
        .filter((each) => !open.includes(each) && whyNotOf(item, each) !== whyNotDecides)
        .map((each) => (
          <p key={each} className="nb-hold__why-not">
            <strong>{named[each].label}:</strong> {whyNotOf(item, each)}
          </p>
        ))}
      {act === null || Form === null ? null : (
        <div id="act-form" className="nb-hold__form">
          <h3 className="govuk-heading-s">{named[act].label}</h3>
          <Form
            key={act}
            item={item}
            people={people}
            onDone={() => {
              setAct(null);
              onRecorded();
            }}
            onCancel={() => setAct(null)}
          />
        </div>
      )}
    </>
  );
};
