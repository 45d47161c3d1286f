import { Link } from '@tanstack/react-router';
import type { CourseLine, DecisionLine, OpenAction } from '@noticeboard/domain/views/course';
import type { Column } from '../../components/data-table.tsx';
import { Reason } from '../../components/reason.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ToFact } from '../../components/to-fact.tsx';

const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

/** Gives the columns of what happened; with a notice, each event leads to its form. */
export const courseColumns = (editsOn: string | null): Column<CourseLine>[] => [
  {
    key: 'date',
    head: 'Day',
    narrowHead: '',
    cell: ({ date, days }) => (
      <>
        {date}
        <span className="nb-course__under">{days}</span>
      </>
    ),
    sort: ({ on }) => dayNumber(on),
    csv: ({ date }) => date,
  },
  {
    key: 'kind',
    head: 'Kind',
    narrowHead: '',
    cell: ({ kind }) => kind,
    sort: ({ kind }) => kind,
    csv: ({ kind }) => kind,
  },
  {
    key: 'title',
    head: 'What happened, and why',
    rowHead: true,
    cell: ({ title, link, reason, ofLife }) => (
      <>
        <span className={ofLife ? 'nb-course__step' : undefined}>
          {link === null ? title : <ToFact link={link}>{title}</ToFact>}
        </span>
        {reason === null ? null : <span className="nb-course__under">{reason}</span>}
      </>
    ),
    csv: ({ title, reason }) => (reason === null ? title : `${title}. ${reason}`),
  },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ source, title }) => <SourceDetails source={source} of={title} />,
    csv: ({ source }) => source.title,
  },
  ...(editsOn === null
    ? []
    : [
        {
          key: 'change',
          head: 'Change',
          narrowHead: '',
          screenOnly: true,
          cell: ({ eventId, title }: CourseLine) =>
            eventId === null ? null : (
              <Link
                to="/n/$noticeId/set-up/$noun/$rowId"
                params={{ noticeId: editsOn, noun: 'event', rowId: eventId }}
                search={{ from: `/n/${editsOn}/course` }}
              >
                Edit<span className="govuk-visually-hidden"> {title}</span>
              </Link>
            ),
        },
      ]),
];

/** Gives the columns of what was required beside what the government decided. */
export const decisionColumns = (noticeId: string, edits: boolean): Column<DecisionLine>[] => [
  { key: 'code', head: 'No.', narrowHead: '', cell: ({ code }) => code, csv: ({ code }) => code },
  {
    key: 'title',
    head: 'What was required',
    rowHead: true,
    cell: ({ id, title }) => (
      <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
        {title}
      </Link>
    ),
    csv: ({ title }) => title,
  },
  {
    key: 'by',
    head: 'By when',
    cell: ({ code, required }) =>
      required.length === 0 ? (
        <span className="nb-secondary">No date given</span>
      ) : (
        <ul className="nb-list-plain">
          {required.map(({ id, words, days, note, source }) => (
            <li key={id} className="nb-course__reading">
              {words}, {days} <SourceDetails source={source} of={`requirement ${code}, ${note ?? words}`} />
              {note === null ? null : <span className="nb-course__under">{note}</span>}
            </li>
          ))}
        </ul>
      ),
    sort: ({ due }) => (due === null ? null : dayNumber(due)),
    csv: ({ required }) =>
      required.map(({ words, note }) => (note === null ? words : `${words}: ${note}`)).join(' Or: '),
  },
  {
    key: 'state',
    head: 'What came of it',
    cell: ({ code, state }) => (
      <>
        <StatusTag status={state} /> <Reason of={`requirement ${code}, ${state.label}`}>{state.reason}</Reason>
      </>
    ),
    csv: ({ state }) => `${state.label}. ${state.reason}`,
  },
  {
    key: 'decision',
    head: 'What the government decided',
    cell: ({ id, code, decision, decisionNote }) => (
      <>
        <StatusTag status={decision} quiet={decision.tone === 'none'} />
        {decisionNote === null ? null : <span className="nb-course__under">{decisionNote}</span>}
        {edits ? (
          <span className="nb-course__under nb-no-print">
            <Link
              to="/n/$noticeId/set-up/$noun/$rowId"
              params={{ noticeId, noun: 'decision', rowId: id }}
              search={{ from: `/n/${noticeId}/course` }}
            >
              Record a decision<span className="govuk-visually-hidden"> on requirement {code}</span>
            </Link>
          </span>
        ) : null}
      </>
    ),
    csv: ({ decision, decisionNote }) =>
      decisionNote === null ? decision.label : `${decision.label}. ${decisionNote}`,
  },
];

/** Gives the columns of the actions that were open when the notice was lifted. */
export const openActionColumns = (noticeId: string): Column<OpenAction>[] => [
  { key: 'code', head: 'Code', narrowHead: '', cell: ({ code }) => code, csv: ({ code }) => code },
  {
    key: 'title',
    head: 'Action',
    rowHead: true,
    cell: ({ id, title }) => (
      <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
        {title}
      </Link>
    ),
    csv: ({ title }) => title,
  },
  {
    key: 'organisation',
    head: 'Organisation',
    cell: ({ organisation }) => organisation,
    sort: ({ organisation }) => organisation,
    csv: ({ organisation }) => organisation,
  },
  {
    key: 'due',
    head: 'Due',
    cell: ({ dueWords }) => dueWords,
    sort: ({ due }) => dayNumber(due),
    csv: ({ dueWords }) => dueWords,
  },
  {
    key: 'stage',
    head: 'Now',
    cell: ({ stage, open }) => (
      <StatusTag status={{ label: open ? `${stage}, open` : stage, tone: open ? 'pending' : 'green' }} quiet />
    ),
    sort: ({ stage }) => stage,
    csv: ({ stage, open }) => (open ? `${stage}, open` : stage),
  },
];
