import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import type { CsvColumn } from '@noticeboard/domain/csv';
import type { SetUpPart } from '@noticeboard/domain/views/set-up';
import { mayAnywhere } from '@noticeboard/domain/permissions';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { setUpPath } from './links.tsx';
import { lists } from './nouns/definitions.ts';

const Lacking = ({ part: { noun, lacking, first }, noticeId }: { part: SetUpPart; noticeId: string }) => (
  <>
    <ul className="nb-set-up__lacking">
      {first.map(({ id, code, title, missing }) => (
        <li key={id}>
          <Link to={setUpPath(noticeId, noun, id)} className="govuk-link">
            {`${code} ${title}`.trim()}
          </Link>
          : {missing.join(', ')}
        </li>
      ))}
    </ul>
    {lacking > first.length ? <p className="nb-meta">and {lacking - first.length} more in the list</p> : null}
  </>
);

const empty: Readonly<Partial<Record<SetUpPart['noun'], string>>> = {
  date: 'Dates are added to a requirement, in the list of requirements.',
  milestone: 'Milestones are added to an action, in the list of actions.',
  familyMeasure: 'Measures are added to a family, in the list of families.',
};

const Part = ({ part, noticeId, open }: { part: SetUpPart; noticeId: string; open: boolean }) => {
  const { noun, count, lacking } = part;
  const { title, add } = lists[noun];
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-head="There:">{count === 0 ? 'None' : count}</td>
      <td data-head="Missing:">
        {count === 0 ? (
          <span className="nb-secondary">{empty[noun] ?? 'None yet.'}</span>
        ) : lacking === 0 ? (
          <span className="nb-secondary">Nothing</span>
        ) : (
          <Lacking part={part} noticeId={noticeId} />
        )}
      </td>
      <td className="nb-set-up__links">
        {open && add !== null ? (
          <Link to={setUpPath(noticeId, noun, 'new')} className="govuk-link">
            {add}
          </Link>
        ) : null}
        {count === 0 ? null : (
          <Link to={setUpPath(noticeId, noun)} className="govuk-link">
            See all<span className="govuk-visually-hidden"> {title.toLowerCase()}</span>
          </Link>
        )}
      </td>
    </tr>
  );
};

const partColumns: readonly CsvColumn<SetUpPart>[] = [
  { head: 'Part', cell: ({ noun }) => lists[noun].title },
  { head: 'There', cell: ({ count }) => count },
  { head: 'Missing', cell: ({ lacking }) => lacking },
];

const Overview = () => {
  const { noticeId, input, lookingBack } = useNotice();
  const { data } = useSuspenseQuery(trpc.setUp.read.queryOptions(input));
  return (
    <>
      <PageTitle title="Set-up" under="What there is of the plan, and what is missing." />
      <Section
        title="The notice"
        links={
          lookingBack ? undefined : (
            <>
              <Link to={setUpPath(noticeId, 'notice')} className="govuk-link">
                Edit the notice
              </Link>
              <Link to={setUpPath(noticeId, 'reporting')} className="govuk-link">
                Reporting
              </Link>
              <Link to={setUpPath(noticeId, 'ratio', noticeId)} className="govuk-link">
                Cases for each caseworker
              </Link>
              <Link to={setUpPath(noticeId, 'settings')} className="govuk-link">
                Who moves a date
              </Link>
              <Link to={setUpPath(noticeId, 'meetings')} className="govuk-link">
                Papers and quorum
              </Link>
              <Link to={setUpPath(noticeId, 'notice', noticeId, 'withdraw')} className="govuk-link">
                Withdraw the notice
              </Link>
            </>
          )
        }
      >
        <SummaryList rows={Object.entries(data.notice.facts).map(([name, value]) => ({ name, value }))} />
      </Section>
      <Section
        title="The plan"
        links={<CsvLink name="set-up" of="the parts of the plan" columns={partColumns} rows={data.parts} />}
      >
        <table className="nb-table nb-table--stack nb-set-up">
          <caption className="govuk-visually-hidden">What there is of the plan and what is missing</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">There</th>
              <th scope="col">Missing</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {data.parts.map((part) => (
              <Part key={part.noun} part={part} noticeId={noticeId} open={!lookingBack} />
            ))}
          </tbody>
        </table>
      </Section>
      <Section title="People" intro={`${plural(data.leads, 'officer')} to whom actions and measures can be given.`}>
        <ButtonLink kind="secondary" to={setUpPath(noticeId, 'members')}>
          Members
        </ButtonLink>
      </Section>
    </>
  );
};

/** What there is to set up for an administrator, who makes no plans. */
const People = () => {
  const { noticeId } = useNotice();
  return (
    <>
      <PageTitle title="Set-up" under="An administrator gives people their roles and sees no plan." />
      <ul className="govuk-list">
        <li>
          <Link to={setUpPath(noticeId, 'members')} className="govuk-link">
            Members
          </Link>
          : who belongs to this notice, and as what
        </li>
        <li>
          <Link to={setUpPath(noticeId, 'settings')} className="govuk-link">
            Settings
          </Link>
          : who moves a date
        </li>
      </ul>
    </>
  );
};

/** The set-up of a notice: for whoever makes its plan, for its administrator, or for the chair who has its settings alone. */
export const SetUpPage = () => {
  const { noticeId, frame } = useNotice();
  if (mayAnywhere(frame.who, 'plan.edit')) return <Overview />;
  return mayAnywhere(frame.who, 'member.read') ? <People /> : <Navigate to={setUpPath(noticeId, 'settings')} replace />;
};
