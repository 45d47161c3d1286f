import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useMemo } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { milestoneStates, reportStates, statusOf } from '@noticeboard/domain/scales';
import type { DueMeasure } from '@noticeboard/domain/views/due-readings';
import type { DueAction } from '@noticeboard/domain/views/due-reports';
import type { Refusal } from '../../app/refusal.ts';
import { renderInApp } from '../../testing/render-in-app.tsx';
import { anAction } from '../../testing/due-action.ts';
import type { Typed } from './bodies.ts';
import { untouched, type Row, type Submitted } from './body.ts';
import { DueSections } from './due-sections.tsx';
import { Foot } from './foot.tsx';
import { useSubmission } from './use-submission.ts';

const aMeasure: DueMeasure = {
  kind: 'measure',
  key: 'measure 6.1',
  id: '6.1',
  code: '6.1',
  title: 'Plans within 20 weeks',
  report: { ...statusOf(reportStates, 'due', 'A reading is due.'), days: 1 },
  asked: true,
  part: { as: 'owner', of: null },
  mark: 'own',
  silentDays: null,
  definition: null,
  unit: 'percent',
  suffix: '%',
  decimals: 1,
  period: { start: '2023-08-01', end: '2023-08-31', words: 'August 2023' },
  seenReadingId: null,
  last: null,
  given: null,
};

const drafts = (rows: readonly Row[], bodies: readonly Partial<Typed>[]) =>
  bodies.flatMap((body, index) => {
    const row = rows[index];
    return row ? [{ about: row.key, body: { ...untouched(row), ...body }, savedAt: '2023-09-25T09:00:00.000Z' }] : [];
  });

type Given = {
  actions?: DueAction[];
  measures?: DueMeasure[];
  /** What was kept of the rows before, in their order. */
  kept?: Partial<Typed>[];
  /** Answers a submission. */
  refusal?: Refusal | null;
  sent: Submitted[];
};

const none: never[] = [];
const place = { keep: () => Promise.resolve({ savedAt: null, newer: null }), see: () => false };
/** The rows over a server that refuses, or takes, what is submitted. */
const Page = ({ actions = none, measures = none, kept = [], refusal = null, sent }: Given) => {
  const rows = useMemo(() => [...actions, ...measures], [actions, measures]);
  const submission = useSubmission({
    noticeId: null,
    memberId: null,
    rows,
    drafts: drafts(rows, kept),
    place,
    save: (given) => {
      sent.push(...given);
      return Promise.resolve(refusal === null ? {} : null);
    },
    refusal: sent.length > 0 ? refusal : null,
    onRefused: () => Promise.resolve(),
  });
  return (
    <>
      <ul>
        {Object.entries(submission.summary).map(([id, sentence]) => (
          <li key={id}>
            <a href={`#${id}`}>{sentence}</a>
          </li>
        ))}
      </ul>
      <DueSections
        due={{ questions: [], actions, requirements: [], measures, commentaries: [] }}
        submission={submission}
        readOnly={false}
      />
      <Foot desk={submission.desk} rows={rows} busy={submission.busy} onSubmit={() => void submission.submit()} />
    </>
  );
};

const screenIs = (narrow: boolean) =>
  vi.stubGlobal('matchMedia', () => ({
    matches: narrow,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
beforeEach(() => screenIs(false));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = async (given: Omit<Given, 'sent'>, sent: Submitted[] = []) => {
  await renderInApp(<Page {...given} sent={sent} />);
};
const row = (code: string) => within(screen.getByRole('group', { name: new RegExp(`^${code} `) }));
const words = 'What changed for children and families?';
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

it('shows how far the date was moved, how many times, and the forecast', async () => {
  await open({ actions: [anAction('1.01')] });
  const facts = row('1.01').getByText('Original').closest('dl')?.textContent;
  expect(facts).toContain('Original30 September 2023Current31 October 2023+31 days, 1 move');
  expect(facts).toContain('Forecast15 November 2023');
});

it('offers “No change” no more once something is written that it would lose', async () => {
  await open({ actions: [anAction('1.01')] });
  expect(row('1.01').getByRole('button', { name: /^No change/ })).toBeDefined();
  await userEvent.click(row('1.01').getByLabelText('Green'));
  expect(row('1.01').getByRole('button', { name: /^No change/ })).toBeDefined();
  await userEvent.type(row('1.01').getByLabelText(words), 'M');
  expect(row('1.01').queryByRole('button', { name: /^No change/ })).toBeNull();
});

it('opens a kept “No change” that has become impossible, and says so', async () => {
  const why = 'The due date has passed, so green can’t be repeated.';
  await open({ actions: [anAction('1.01', { unchanged: { possible: false, why } })], kept: [{ noChange: true }] });
  expect(row('1.01').getByText(/can’t be sent any more/).textContent).toContain('“No change” can’t be sent any more.');
  expect(screen.getByText('0 of 1 ready')).toBeDefined();
  await userEvent.click(row('1.01').getByLabelText('Amber'));
  await userEvent.type(row('1.01').getByLabelText(words), 'Two audits are done.');
  expect(screen.getByText('1 of 1 ready')).toBeDefined();
});

it('says on a phone what a closed row lacks, and keeps “No change” away from what is written', async () => {
  screenIs(true);
  const actions = [anAction('1.01'), anAction('1.02')];
  await open({ actions, kept: [{}, { words: 'Half of it.' }] });
  // The first row that is not ready is open; the other is closed.
  expect(row('1.02').getByText('Not ready: it lacks a rating.')).toBeDefined();
  expect(row('1.02').queryByRole('button', { name: /^No change/ })).toBeNull();
});

it('opens on a phone whatever was refused, says which row it is, and leads to a field in sight', async () => {
  screenIs(true);
  const actions = ['1.01', '1.02'].map((code) => anAction(code));
  const written = { rating: 'red' as const, words: 'Two audits.', recovery: 'Soon.' };
  const sentence = 'That could identify a child.';
  const refusal: Refusal = {
    code: 'BAD_REQUEST',
    sentence,
    fields: { 'rows.0.recovery': sentence, 'rows.1.milestones.0.id': 'It is done already.' },
    current: null,
    by: null,
  };
  await open({ actions, kept: [written, { noChange: true }], refusal });
  await press('Submit all');
  const link = await screen.findByRole('link', { name: '1.01: That could identify a child.' });
  expect(link.getAttribute('href')).toBe('#due-action-1.01-recovery');
  expect(
    row('1.01')
      .getByLabelText(/^How will it recover/)
      .getAttribute('aria-describedby'),
  ).toContain('error');
  expect(row('1.01').getByLabelText(words).getAttribute('aria-describedby')).not.toContain('error');
  // What has no field in sight stands over its row.
  expect(screen.getByRole('link', { name: '1.02: It is done already.' }).getAttribute('href')).toBe('#due-action-1.02');
  expect(row('1.02').getByText('It is done already.', { exact: false })).toBeDefined();
});

it('says of each milestone when it is due, when it was to be at first, and how far that is', async () => {
  const status = { ...statusOf(milestoneStates, 'notDue', 'Due 31 October 2023.'), days: 36 };
  const step = { version: 1, originalDue: '2023-10-31', currentDue: '2023-10-31', forecast: null, slipDays: 0, status };
  const milestones = [
    { ...step, id: 'one', title: 'Course written' },
    { ...step, id: 'two', title: 'Course given', originalDue: '2023-09-30', forecast: '2023-11-15', slipDays: 31 },
  ];
  await open({ actions: [anAction('1.01', { milestones })] });
  await userEvent.click(row('1.01').getByText('2 open milestones'));
  expect(row('1.01').getByText('Due 31 October 2023, as originally')).toBeDefined();
  expect(
    row('1.01').getByText('Due 31 October 2023, originally 30 September 2023, +31 days. Forecast 15 November 2023'),
  ).toBeDefined();
});

it('empties the numerator and denominator of a value that becomes a symbol', async () => {
  const sent: Submitted[] = [];
  await open({ measures: [aMeasure] }, sent);
  await userEvent.type(screen.getByLabelText(/^Numerator of/), '12');
  await userEvent.type(screen.getByLabelText(/^Denominator of/), '40');
  await userEvent.type(screen.getByLabelText(/^Value of/), 'c');
  await press('Submit all');
  expect(sent).toMatchObject([{ value: 'c', numerator: null, denominator: null }]);
});

it('shows what was typed elsewhere beside what is typed here, and lets one be chosen', async () => {
  const elsewhere = {
    body: { ...untouched(anAction('1.01')), words: 'On the phone.' },
    savedAt: '2023-09-25T09:30:00.000Z',
  };
  const split = { words: 'At the desk.', elsewhere };
  await open({ actions: [anAction('1.01'), anAction('1.02')], kept: [split, split] });
  const beside = row('1.01').getByRole('table', { name: 'Typed elsewhere beside typed here' }).textContent;
  expect(beside).toContain('On the phone.');
  expect(beside).toContain('At the desk.');
  expect(screen.getAllByText(/lacks a choice between what you typed here and elsewhere/)).toHaveLength(2);
  await userEvent.click(row('1.01').getByRole('button', { name: /^Go on with this one/ }));
  expect(row('1.01').getByLabelText(words)).toHaveProperty('value', 'At the desk.');
  await userEvent.click(row('1.02').getByRole('button', { name: /^Go on with the other/ }));
  expect(row('1.02').getByLabelText(words)).toHaveProperty('value', 'On the phone.');
});

it('draws the first rows with the page and the others right after', async () => {
  await open({ actions: Array.from({ length: 12 }, (_, index) => anAction(`1.${10 + index}`)) });
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(12);
  await waitFor(() => expect(screen.getAllByLabelText(words)).toHaveLength(12), { timeout: 20_000 });
});
