/** The registers of a pack: requirements, exceptions, date changes and risks. */
import type { ReactElement, ReactNode } from 'react';
import type { DateChangeEntry } from '@noticeboard/domain/views/date-changes';
import type { DeadlineView } from '@noticeboard/domain/views/deadline';
import type { PackDates } from '@noticeboard/domain/views/pack-dates';
import type { PackException, PackExceptions } from '@noticeboard/domain/views/pack-exceptions';
import type { PackRisk, PackRisks } from '@noticeboard/domain/views/pack-risks';
import type { RequirementsView, RequirementSummary } from '@noticeboard/domain/views/requirements';
import { formatShortDate, plural } from '@noticeboard/domain/words';
import { h } from '../element.ts';
import { illustrative, mark, marks } from '../mark.ts';
import { block, heading } from '../section.ts';
import { status } from '../status.ts';
import { table, type Column } from '../table.ts';
import { linked, type Links } from './link.ts';

/** Gives a section with what it comes to under its name. Annexes begin a page; the registers before them follow one another. */
export const register = (
  {
    id,
    title,
    message,
    made = false,
    annex = false,
  }: { id: string; title: string; message: string; made?: boolean; annex?: boolean },
  ...children: ReactNode[]
): ReactElement =>
  h(
    'div',
    { className: annex ? 'page dense' : 'register dense' },
    heading(2, title, { id, beside: illustrative(made) }),
    h('p', { className: 'lead' }, message),
    ...children,
  );

const under = (words: ReactNode): ReactElement => h('span', { className: 'under' }, words);

const requirementColumns = (links: Links): Column<RequirementSummary>[] => [
  { head: 'No.', width: 5, cell: ({ code }) => code },
  {
    head: 'Requirement',
    rowHead: true,
    width: 22,
    cell: ({ id, title, kindLabel, owner, source }) => [
      linked(links, { page: 'requirements', id }, title),
      under([`${kindLabel}. ${owner === null ? 'No owner' : `Owner: ${owner}`}. `, marks(source)]),
    ],
  },
  {
    head: 'Dates',
    width: 25,
    cell: ({ dates, days }) => [
      dates.flatMap(({ label, dates: some }) =>
        some.map(({ words, span, note, source }) =>
          h(
            'span',
            { className: 'line' },
            `${label} ${words} `,
            span === null ? null : h('span', { className: 'secondary' }, `${span} `),
            note === null ? null : h('span', { className: 'secondary' }, `${note} `),
            marks(source),
          ),
        ),
      ),
      h(dates.length === 0 ? 'span' : 'strong', { className: 'line' }, days),
    ],
  },
  { head: 'State', width: 18, cell: ({ state }) => [status(state), under(state.reason)] },
  { head: 'Where it stands', width: 16, cell: ({ stands }) => stands ?? 'Nothing is noted.' },
  {
    head: 'Government’s decision',
    cell: ({ decision, decisionNote }) => [status(decision, { quiet: true }), under(decisionNote)],
  },
];

const deadlineColumns: Column<DeadlineView>[] = [
  { head: 'Day', rowHead: true, width: 18, cell: ({ date, days }) => [h('strong', null, date), under(days)] },
  { head: 'Required', width: 24, cell: ({ words }) => words.required },
  { head: 'Done by then', width: 20, cell: ({ words }) => words.byThen },
  { head: 'Done since', width: 20, cell: ({ words }) => words.since },
  { head: 'Government’s decision', cell: ({ words }) => words.decided },
];

/** Gives the requirements with every date that they have, and the deadlines. */
export const requirementsOf = (
  { title, under: said, rows, deadlines, illustrative: made }: RequirementsView,
  links: Links,
): ReactElement =>
  register(
    { id: 'requirements', title: 'Requirements', message: `${title}. ${said}`, made },
    table({
      caption: 'Requirements with their dates, state and the government’s decision',
      columns: requirementColumns(links),
      rows,
      empty: 'No requirements are recorded yet.',
    }),
    deadlines.length === 0
      ? null
      : block(
          3,
          'Deadlines',
          {},
          table({
            caption: 'What each deadline required and what became of it',
            columns: deadlineColumns,
            rows: deadlines,
            empty: '',
          }),
        ),
  );

const exceptionOf = (
  { title, link, owner, words, status: state, explanation }: PackException,
  links: Links,
): ReactElement =>
  h(
    'section',
    { className: 'block whole' },
    heading(3, linked(links, link, title), { beside: status(state) }),
    h(
      'p',
      null,
      `${words} `,
      h('span', { className: 'secondary' }, owner === null ? 'Nobody owns it.' : `Owner: ${owner}.`),
    ),
    explanation === null
      ? null
      : h(
          'dl',
          { className: 'explained' },
          [
            ['Why', explanation.reason],
            ['What is done', `${explanation.action} By ${explanation.byWhen}.`],
            ['What families notice', explanation.effect],
          ].map(([name, said]) => h('div', null, h('dt', null, name), h('dd', null, said))),
          h('div', null, h('dt', null, 'Said by'), h('dd', null, `${explanation.by} `, mark(explanation.mark))),
        ),
  );

/** Gives the measures that call for an explanation, with it or the words that there is none. */
export const exceptionsOf = ({ title, lines }: PackExceptions, links: Links): ReactElement =>
  register(
    {
      id: 'exceptions',
      title: 'Exceptions',
      message: `${title}. A measure is one where it is red, or has worsened twice running: its owner says why, what is done about it, by when, and what families notice.`,
    },
    lines.length === 0
      ? h('p', { className: 'empty' }, 'No measure is red, and none has worsened twice running.')
      : lines.map((line) => exceptionOf(line, links)),
  );

const moveColumns = (links: Links): Column<DateChangeEntry>[] => [
  {
    head: 'Action',
    rowHead: true,
    width: 22,
    cell: ({ action, mark: of }) => [
      linked(links, { page: 'actions', id: action.id }, `${action.code} ${action.title}`),
      ' ',
      mark(of),
      under(
        `Original ${formatShortDate(action.originalDue)}${action.forecast === null ? '' : `, forecast ${formatShortDate(action.forecast)}`}`,
      ),
    ],
  },
  {
    head: 'Move asked for',
    width: 16,
    cell: ({ from, to, days }) => [
      `${formatShortDate(from)} to ${formatShortDate(to)}`,
      under(days === 0 ? 'The same day' : `${plural(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`),
    ],
  },
  {
    head: 'Reason and effect',
    width: 28,
    cell: ({ reason, effect }) => [reason, effect === null ? null : under(effect)],
  },
  { head: 'Asked by', width: 14, cell: ({ askedBy, askedOn }) => [askedBy, under(formatShortDate(askedOn))] },
];

const openColumns = (links: Links): Column<DateChangeEntry>[] => [
  ...moveColumns(links),
  {
    head: 'State',
    cell: ({ state, whoDecides }) => [
      status(state, { quiet: true }),
      whoDecides === null ? null : under(`${whoDecides} decides`),
    ],
  },
];

const decidedColumns = (links: Links): Column<DateChangeEntry>[] => [
  ...moveColumns(links),
  {
    head: 'Decision',
    cell: ({ state, decidedBy, decidedOn, decidedDate, decisionReason, meeting }) => [
      status(state, { quiet: true }),
      under([
        decidedDate === null ? '' : `New date ${formatShortDate(decidedDate)}. `,
        decidedBy === null || decidedOn === null
          ? ''
          : `${decidedBy}, ${formatShortDate(decidedOn)}${meeting === null ? '' : `, ${meeting}`}. `,
        decisionReason ?? '',
      ]),
    ],
  },
];

/** Gives what is asked of due dates, and what was decided since the last board. */
export const datesOf = (
  { title, rule, open, decided, earlier }: PackDates,
  since: string | null,
  links: Links,
): ReactElement =>
  register(
    { id: 'dateChanges', title: 'Date changes', message: `${title}. ${rule}` },
    block(
      3,
      'Asked, and waiting for a decision',
      {},
      table({
        caption: 'Date changes that wait for a decision',
        columns: openColumns(links),
        rows: open,
        empty: 'No request waits for a decision.',
      }),
    ),
    block(
      3,
      since === null ? 'Decided' : `Decided since the last board, ${since}`,
      {},
      table({
        caption: 'Date changes that were decided or withdrawn',
        columns: decidedColumns(links),
        rows: decided,
        empty: since === null ? 'No request was decided yet.' : 'No request was decided since.',
      }),
      earlier === null ? null : h('p', { className: 'meta' }, earlier),
    ),
  );

const riskColumns: Column<PackRisk>[] = [
  {
    head: 'Risk',
    rowHead: true,
    width: 34,
    cell: ({ code, title, cause, effect, source }) => [
      h('strong', null, `${code} ${title}`),
      ' ',
      marks(source),
      under([
        h('span', { className: 'line' }, `Because: ${cause}`),
        h('span', { className: 'line' }, `So that: ${effect}`),
      ]),
    ],
  },
  { head: 'Likelihood', width: 9, cell: ({ likelihood }) => likelihood },
  { head: 'Impact', width: 7, cell: ({ impact }) => impact },
  { head: 'Controls', width: 20, cell: ({ controls }) => controls ?? 'None given' },
  { head: 'Owner', width: 11, cell: ({ owner }) => owner ?? 'No owner' },
  { head: 'Next step', cell: ({ nextStep }) => nextStep ?? 'None given' },
  { head: 'Areas', width: 6, cell: ({ areas }) => areas },
];

/** Gives the register of risks. */
export const risksOf = ({ lines, closed }: PackRisks): ReactElement =>
  register(
    {
      id: 'risks',
      title: 'Risks',
      message:
        lines.length === 0
          ? 'The register of risks.'
          : `${plural(lines.length, 'open risk')}, by likelihood times impact, each from 1 to 5.`,
      made: lines.some(({ source }) => source.mark === 'illustrative'),
    },
    table({
      caption: 'Open risks, the gravest first',
      columns: riskColumns,
      rows: lines,
      empty: 'No open risk is recorded.',
    }),
    closed === null ? null : h('p', { className: 'meta' }, closed),
  );
