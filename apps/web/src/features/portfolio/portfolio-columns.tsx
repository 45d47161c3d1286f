import { Link } from '@tanstack/react-router';
import { lifeStates } from '@noticeboard/domain/scales';
import type { PortfolioLine } from '@noticeboard/domain/views/portfolio';
import { formatNumber, plural } from '@noticeboard/domain/words';
import type { Column } from '../../components/data-table.tsx';
import { Shape } from '../../components/shape.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

type Counted = PortfolioLine['requirements']['states'];

const lifeOrder = Object.keys(lifeStates);
const counted = (counts: Counted): string =>
  counts.map(({ label, count }) => `${formatNumber(count, 0)} ${label.toLowerCase()}`).join(', ');

const Counts = ({ counts, none }: { counts: Counted; none: string }) =>
  counts.length === 0 ? (
    <span className="nb-secondary">{none}</span>
  ) : (
    <ul className="nb-impacts">
      {counts.map(({ key, label, tone, count }) => (
        <li key={key}>
          <Shape tone={tone} />
          <span>
            <strong>{formatNumber(count, 0)}</strong> {label.toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );

const Under = ({ children }: { children: string }) => <span className="nb-course__under">{children}</span>;

const dueWords = ({ date, what, words }: NonNullable<PortfolioLine['next']>): string => `${what}: ${date}, ${words}`;

/** Gives the columns of a portfolio. @param search what every link into a notice carries: the day that is looked at */
export const portfolioColumns = (search: { asAt?: string }): Column<PortfolioLine>[] => [
  {
    key: 'notice',
    head: 'Notice',
    rowHead: true,
    cell: ({ noticeId, authority, nature, illustrative }) => (
      <>
        <Link to="/n/$noticeId/position" params={{ noticeId }} search={search}>
          {authority}
        </Link>
        <span className="nb-course__under">
          {nature === 'fictional' ? 'Fictional. ' : ''}
          {illustrative ? <SourceMark mark="illustrative" /> : null}
        </span>
      </>
    ),
    sort: ({ authority }) => authority,
    csv: ({ authority }) => authority,
  },
  {
    key: 'life',
    head: 'State',
    cell: ({ noticeId, authority, life, lifted }) => (
      <>
        <Link to="/n/$noticeId/course" params={{ noticeId }} search={search}>
          {life.label}
          <span className="govuk-visually-hidden">: the course of the notice of {authority}</span>
        </Link>
        {lifted === null ? null : <Under>{lifted}</Under>}
      </>
    ),
    sort: ({ life }) => lifeOrder.indexOf(life.key),
    csv: ({ life, lifted }) => lifted ?? life.label,
  },
  {
    key: 'next',
    head: 'Next deadline',
    cell: ({ next, overdue }) => (
      <>
        {next === null ? (
          <span className="nb-secondary">None ahead</span>
        ) : (
          <>
            <strong>{next.words}</strong>, {next.date}
            <Under>{next.what}</Under>
          </>
        )}
        {overdue === null ? null : (
          <span className="nb-portfolio__overdue">
            <StatusTag status={{ label: overdue.words, tone: 'red' }} />
            <Under>{`${overdue.what}, ${overdue.date}`}</Under>
          </span>
        )}
      </>
    ),
    sort: ({ next, overdue }) => overdue?.days ?? next?.days ?? null,
    csv: ({ next, overdue }) =>
      [next && dueWords(next), overdue && dueWords(overdue)].filter((each) => each !== null).join('; '),
  },
  {
    key: 'requirements',
    head: 'Requirements',
    cell: ({ noticeId, authority, requirements: { total, states } }) => (
      <>
        <Link to="/n/$noticeId/requirements" params={{ noticeId }} search={search}>
          {formatNumber(total, 0)} <span className="govuk-visually-hidden">requirements of {authority}</span>
        </Link>
        <Counts counts={states} none="None recorded" />
      </>
    ),
    csv: ({ requirements }) => counted(requirements.states),
  },
  {
    key: 'areas',
    head: 'Areas',
    cell: ({ noticeId, authority, areas: { monitored, released, worst } }) => (
      <>
        <Link to="/n/$noticeId/areas" params={{ noticeId }} search={search}>
          {formatNumber(monitored, 0)} monitored<span className="govuk-visually-hidden"> areas of {authority}</span>
        </Link>
        {released === 0 ? '' : `, ${formatNumber(released, 0)} released`}
        {worst === null ? null : (
          <span className="nb-portfolio__worst">
            <StatusTag status={worst} />
            <Under>{worst.words}</Under>
          </span>
        )}
      </>
    ),
    csv: ({ areas: { monitored, released, worst } }) =>
      `${plural(monitored, 'area')} monitored, ${formatNumber(released, 0)} released${worst === null ? '' : `; worst: ${worst.label}, ${worst.words}`}`,
  },
  {
    key: 'judgements',
    head: 'Judged by DfE or inspectors',
    cell: ({ judgements: { counts, on } }) => (
      <>
        <Counts counts={counts} none="No area is monitored" />
        {on === null ? null : <Under>{`Newest of ${on}`}</Under>}
      </>
    ),
    csv: ({ judgements }) => counted(judgements.counts),
  },
  {
    key: 'facts',
    head: 'Intervention risk',
    cell: ({ noticeId, authority, facts }) =>
      facts.length === 0 ? (
        <Link to="/n/$noticeId/intervention" params={{ noticeId }} search={search}>
          No fact on record<span className="govuk-visually-hidden"> against {authority}</span>
        </Link>
      ) : (
        <ul className="nb-list-plain">
          {facts.map(({ kind, label, count }) => (
            <li key={kind}>
              <strong>{formatNumber(count, 0)}</strong>{' '}
              <Link to="/n/$noticeId/intervention" params={{ noticeId }} search={{ ...search, kind }}>
                {label.toLowerCase()}
                <span className="govuk-visually-hidden"> at {authority}</span>
              </Link>
            </li>
          ))}
        </ul>
      ),
    csv: ({ facts }) => facts.map(({ label, count }) => `${formatNumber(count, 0)} ${label.toLowerCase()}`).join('; '),
  },
  {
    key: 'updated',
    head: 'Last recorded',
    cell: ({ updated: { date, days } }) => (
      <>
        {date}
        <Under>{days}</Under>
      </>
    ),
    sort: ({ updated: { on } }) => Number(on.replaceAll('-', '')),
    csv: ({ updated: { date } }) => date,
  },
];
