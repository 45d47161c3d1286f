import { Link } from '@tanstack/react-router';
import { requirementDateKinds, requirementStates } from '@noticeboard/domain/scales';
import type { RequirementSummary } from '@noticeboard/domain/views/requirements';
import type { Column } from '../../components/data-table.tsx';
import { Reason } from '../../components/reason.tsx';
import { ReportTag } from '../../components/report-tag.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { DateGroups } from './date-groups.tsx';

const stateOrder = Object.keys(requirementStates);

const datesInWords = ({ dates }: RequirementSummary): string =>
  dates
    .map(
      ({ kind, dates: days }) => `${requirementDateKinds[kind].label} ${days.map(({ words }) => words).join(' or ')}`,
    )
    .join('; ');

/** Gives the columns of the list of requirements. */
export const requirementColumns = (noticeId: string): Column<RequirementSummary>[] => [
  { key: 'code', head: 'No.', narrowHead: '', cell: ({ code }) => code, csv: ({ code }) => code },
  {
    key: 'title',
    head: 'Requirement or commitment',
    rowHead: true,
    cell: ({ id, code, title, kind, kindLabel, owner, source, report }) => (
      <>
        <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
          {title}
        </Link>{' '}
        <SourceDetails source={source} of={`requirement ${code}`} />
        <span className="nb-requirement-list__under">
          {kind === 'commitment' ? `${kindLabel}. ` : ''}
          {owner === null ? 'No owner' : `Owner: ${owner}`}
        </span>
        <ReportTag report={report} />
      </>
    ),
    sort: ({ title }) => title,
    csv: ({ title }) => title,
  },
  {
    key: 'dates',
    head: 'Dates',
    narrowHead: '',
    cell: ({ dates, code }) => <DateGroups groups={dates} code={code} short />,
    sort: ({ due }) => (due === null ? null : Number(due.replaceAll('-', ''))),
    csv: datesInWords,
  },
  {
    key: 'days',
    head: 'Days',
    cell: ({ days }) => (days === 'No date given' ? <span className="nb-secondary">–</span> : days),
    csv: ({ days }) => days,
  },
  {
    key: 'state',
    head: 'State',
    narrowHead: '',
    cell: ({ code, state, stands }) => (
      <>
        <StatusTag status={state} /> <Reason of={`requirement ${code}, ${state.label}`}>{state.reason}</Reason>
        {stands === null ? null : <span className="nb-requirement-list__under">{stands}</span>}
      </>
    ),
    sort: ({ state }) => stateOrder.indexOf(state.key),
    csv: ({ state }) => state.label,
  },
  {
    key: 'decision',
    head: 'Decision',
    narrowHead: 'Government’s decision:',
    cell: ({ code, decision, decisionNote }) => (
      <>
        <StatusTag status={decision} quiet={decision.key === 'notKnown'} />{' '}
        {decisionNote === null ? null : (
          <Reason of={`requirement ${code}, the government’s decision`}>{decisionNote}</Reason>
        )}
      </>
    ),
    sort: ({ decision }) => decision.label,
    csv: ({ decision, decisionNote }) => [decision.label, decisionNote].filter((words) => words !== null).join('. '),
  },
];
