import { Link } from '@tanstack/react-router';
import type { MeetingLine } from '@noticeboard/domain/views/meetings';
import { formatDate, formatWeekday, plural } from '@noticeboard/domain/words';
import type { Column } from '../../components/data-table.tsx';
import { StatusTag, StatusWithReason } from '../../components/status-tag.tsx';
import { nameOf } from './meeting-words.ts';
import { PackLinks } from './pack-links.tsx';

const none = (words: string) => <span className="nb-secondary">{words}</span>;

const day: Column<MeetingLine> = {
  key: 'on',
  head: 'Day',
  cell: ({ on, startsAt }) => (
    <>
      {formatWeekday(on)}
      {startsAt === null ? null : <span className="nb-register__under">{startsAt}</span>}
    </>
  ),
  sort: ({ on }) => on,
  csv: ({ on }) => on,
};

const meeting = (noticeId: string): Column<MeetingLine> => ({
  key: 'title',
  head: 'Meeting',
  rowHead: true,
  cell: ({ id, title, kind, place, on }) => (
    <>
      <Link to="/n/$noticeId/meetings/$meetingId" params={{ noticeId, meetingId: id }}>
        {title}
        <span className="govuk-visually-hidden">, {formatDate(on)}</span>
      </Link>
      <span className="nb-register__under">
        {kind.label}
        {place === null ? '' : `, ${place}`}
      </span>
    </>
  ),
  sort: ({ title }) => title,
  csv: ({ title }) => title,
});

const packs: Column<MeetingLine> = {
  key: 'packs',
  head: 'What it saw',
  cell: (line) =>
    line.packs.length === 0 ? none('No pack was frozen') : <PackLinks packs={line.packs} of={nameOf(line)} />,
  csv: (line) => line.packs.map(({ label, day: frozenOn }) => `${label} ${frozenOn}`).join('; '),
};

/** The columns of the meetings that come, the next one first. */
export const comingColumns = (noticeId: string): Column<MeetingLine>[] => [
  day,
  meeting(noticeId),
  {
    key: 'papers',
    head: 'Papers due',
    cell: ({ papersDueOn, papers }) =>
      papers === null ? (
        none('Its own papers')
      ) : (
        <>
          {formatDate(papersDueOn)}
          <span className="nb-register__under">
            <StatusWithReason status={papers} />
          </span>
        </>
      ),
    sort: ({ papersDueOn, papers }) => (papers === null ? null : papersDueOn),
    csv: ({ papersDueOn, papers }) => (papers === null ? null : papersDueOn),
  },
  {
    key: 'agenda',
    head: 'Agenda',
    cell: ({ items }) => (items === 0 ? none('Nothing yet') : plural(items, 'item')),
    csv: ({ items }) => items,
  },
  { ...packs, head: 'Pack', cell: (line) => (line.packs.length === 0 ? none('Not frozen yet') : packs.cell(line)) },
  {
    key: 'state',
    head: 'State',
    cell: ({ state }) =>
      state.key === 'planned' ? <StatusTag status={state} quiet /> : <StatusWithReason status={state} />,
    csv: ({ state }) => state.label,
  },
];

/** The columns of the meetings that were held, the last one first. */
export const heldColumns = (noticeId: string): Column<MeetingLine>[] => [
  day,
  meeting(noticeId),
  packs,
  {
    key: 'decided',
    head: 'Agenda',
    cell: ({ items, decided }) => (items === 0 ? none('No items') : `${decided} of ${plural(items, 'item')} recorded`),
    csv: ({ items, decided }) => (items === 0 ? 'No items' : `${decided} of ${items}`),
  },
  {
    key: 'minutes',
    head: 'Minutes',
    cell: (line) => (
      <Link to="/n/$noticeId/meetings/$meetingId/minutes" params={{ noticeId, meetingId: line.id }}>
        Minutes<span className="govuk-visually-hidden"> of {nameOf(line)}</span>
      </Link>
    ),
  },
];
