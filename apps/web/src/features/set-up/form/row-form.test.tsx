import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { Refusal } from '../../../app/refusal.ts';
import { renderInApp } from '../../../testing/render-in-app.tsx';
import type { Fields } from './field.ts';
import { RowForm } from './row-form.tsx';

afterEach(cleanup);

const fields: Fields = {
  title: { kind: 'text', label: 'Title' },
  statement: { kind: 'text', label: 'Statement' },
  number: { kind: 'whole', label: 'Number' },
};
const sourceFields: Fields = { sourceUrl: { kind: 'text', label: 'Web address', optional: true } };
const row = { title: 'Waiting', statement: 'Too long.', number: 3, sourceUrl: null, version: 1 };
const refusal = (fieldsOf: Record<string, string>, current: unknown = null): Refusal => ({
  code: current === null ? 'BAD_REQUEST' : 'CONFLICT',
  sentence: 'Refused.',
  fields: fieldsOf,
  current,
  by: current === null ? null : 'Independent chair',
});

type Sent = Record<string, unknown>;

/** The form over a server that answers with these refusals in turn, and then takes the change. */
const Form = ({ answers, sent }: { answers: Refusal[]; sent: Sent[] }) => {
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [done, setDone] = useState(false);
  return done ? (
    <p>Done</p>
  ) : (
    <RowForm
      fields={fields}
      sourceFields={sourceFields}
      row={row}
      options={{}}
      reason=""
      change={{
        save: async (input) => {
          sent.push(input);
          const answer = answers.shift() ?? null;
          setRefused(answer);
          return answer === null ? { by: 'Programme office' } : null;
        },
        saving: false,
        refusal: refused,
        forget: () => setRefused(null),
      }}
      input={({ content, reason, expectedVersion }) => ({ ...content, reason, expectedVersion })}
      submit="Save"
      cancel={null}
      onSaved={() => setDone(true)}
    />
  );
};

const retype = async (label: string, text: string) => {
  const user = userEvent.setup();
  await user.clear(screen.getByLabelText(label));
  await user.type(screen.getByLabelText(label), text);
};
const save = (name = 'Save') => userEvent.setup().click(screen.getByRole('button', { name }));
const valueOf = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;

it('says beside each field what is wrong with it, opens the closed group that holds one, and keeps what was typed', async () => {
  const sent: Sent[] = [];
  const wrong = { title: 'Enter title.', sourceUrl: 'Enter a web address.', 'elsewhere.0': 'Something else.' };
  await renderInApp(<Form answers={[refusal(wrong)]} sent={sent} />);
  await retype('Number', '4');
  await save();
  const summary = within(screen.getByRole('alert'));
  expect(summary.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Enter title.',
    'Enter a web address.',
    'Something else.',
  ]);
  expect(screen.getByLabelText('Web address (optional)').closest('details')?.open).toBe(true);
  expect(valueOf('Number')).toBe('4');
  await save();
  await screen.findByText('Done');
  expect(sent.map(({ number }) => number)).toEqual([4, 4]);
});

it('sends nothing that can’t be read', async () => {
  const sent: Sent[] = [];
  await renderInApp(<Form answers={[]} sent={sent} />);
  await retype('Number', 'four');
  await save();
  expect(screen.getAllByText('Number must be a whole number, such as 3.')).toHaveLength(2);
  expect(sent).toEqual([]);
});

it('puts another person’s change beside yours, takes over what only they changed, and saves yours on top', async () => {
  const sent: Sent[] = [];
  const current = { ...row, title: 'Theirs', statement: 'Years.', version: 2 };
  await renderInApp(<Form answers={[refusal({}, current)]} sent={sent} />);
  await retype('Title', 'Mine');
  await save();
  const both = within(screen.getByRole('region', { name: 'Independent chair changed this while you were typing' }));
  expect(
    both
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent),
  ).toEqual(['TitleTheirsMine']);
  expect([valueOf('Title'), valueOf('Statement')]).toEqual(['Mine', 'Years.']);
  await save('Use mine');
  await screen.findByText('Done');
  expect(sent[1]).toMatchObject({ title: 'Mine', statement: 'Years.', expectedVersion: 2 });
});

it('puts theirs into the form when it is chosen', async () => {
  const sent: Sent[] = [];
  const current = { ...row, title: 'Theirs', version: 2 };
  await renderInApp(<Form answers={[refusal({}, current)]} sent={sent} />);
  await retype('Title', 'Mine');
  await save();
  await save('Use theirs');
  expect(valueOf('Title')).toBe('Theirs');
  expect(screen.queryByRole('button', { name: 'Use mine' })).toBeNull();
  expect(sent).toHaveLength(1);
});
