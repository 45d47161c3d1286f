import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RequirementView } from '@noticeboard/domain/views/requirement';
import { useNotice } from '../../app/notice.ts';
import { refusalOf } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Columns, Panel } from '../../components/columns.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { EvidenceSection } from '../../components/evidence-section.tsx';
import { useEditLink } from '../../components/form-links.tsx';
import { Ownership } from '../../components/ownership.tsx';
import { JudgementsSection } from '../../components/judgements-section.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QuestionsSection } from '../../components/questions-section.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { DateGroups } from './date-groups.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { ProvingSection } from './proving-section.tsx';
import { ServingSection } from './serving-section.tsx';
import { UpdatesSection } from './updates-section.tsx';

type Requirement = RequirementView['requirement'];

const Asked = ({ requirement: { code, text, consequence, source } }: { requirement: Requirement }) => (
  <Section title="What is asked">
    <Panel>
      <p>
        {text} <SourceDetails source={source} of={`requirement ${code}`} />
      </p>
    </Panel>
    {consequence === null ? null : (
      <p className="nb-requirement__consequence">
        <strong>If it is not met.</strong> {consequence}
      </p>
    )}
  </Section>
);

const Standing = ({ view }: { view: RequirementView }) => {
  const { requirement } = view;
  const { state, days, stands, owner, decision, decisionNote, outcomeDisputed } = requirement;
  return (
    <Section title="Where it stands">
      <SummaryList
        rows={[
          { name: 'State', value: <StatusTag status={state} pill /> },
          { name: 'Why', value: state.reason },
          { name: 'Days', value: days },
          { name: 'Reported', value: stands === null || state.reason.includes(stands) ? null : stands },
          {
            name: 'Disputed',
            value: outcomeDisputed === null || outcomeDisputed === state.reason ? null : outcomeDisputed,
          },
          {
            name: 'Owner',
            value: (
              <>
                {owner ?? <StatusTag status={{ label: 'No owner', tone: 'none' }} />}
                <Ownership
                  row={{ kind: 'requirement', id: requirement.id }}
                  subject={view.subject}
                  cover={view.cover}
                  offer={view.offer}
                  locked={requirement.withdrawnOn !== null}
                />
              </>
            ),
          },
          {
            name: 'Government’s decision',
            value: (
              <>
                <StatusTag status={decision} quiet={decision.key === 'notKnown'} />
                {decisionNote === null ? null : <span className="nb-dates__note">{decisionNote}</span>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
};

const Missing = ({ sentence }: { sentence: string }) => {
  const { noticeId } = useNotice();
  return (
    <>
      <PageTitle title="Requirement not found" />
      <EmptyState>
        <p>{sentence}</p>
        <p>
          <Link to="/n/$noticeId/requirements" params={{ noticeId }}>
            All requirements
          </Link>
        </p>
      </EmptyState>
    </>
  );
};

/** One requirement: what it asks, its dates and deadlines, what serves it and what would prove it. */
export const RequirementPage = () => {
  const { input, noticeId, frame } = useNotice();
  const { requirementId = '' } = useParams({ strict: false });
  const edit = useEditLink('requirement', requirementId);
  const { data: view, error } = useQuery(trpc.requirement.read.queryOptions({ ...input, id: requirementId }));
  if (error) return <Missing sentence={refusalOf(error).sentence} />;
  if (!view) {
    return (
      <>
        <Skeleton rows={1} height={90} />
        <Skeleton rows={2} height={260} />
        <Skeleton rows={1} height={480} />
      </>
    );
  }
  const { requirement, deadlines, actions, measures, illustrative } = view;
  const { code, title, kindLabel, withdrawnOn, dates } = requirement;
  return (
    <>
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/requirements" params={{ noticeId }}>
          Requirements
        </Link>
        {code}
      </Breadcrumbs>
      <PageTitle
        over={`Requirement ${code}, ${kindLabel.toLowerCase()}`}
        title={title}
        under={withdrawnOn === null ? undefined : `Withdrawn on ${withdrawnOn}.`}
        actions={withdrawnOn === null ? edit : undefined}
      />
      <Columns wide="left">
        <Asked requirement={requirement} />
        <Standing view={view} />
      </Columns>
      <Section
        title="Its dates"
        intro="Each with its kind and its source. Where sources conflict, both stand side by side."
      >
        <DateGroups groups={dates} code={code} />
      </Section>
      {deadlines.map((deadline) => (
        <DeadlineSection key={deadline.key} deadline={deadline} named={false} />
      ))}
      <ServingSection actions={actions} illustrative={illustrative.actions} />
      <ProvingSection measures={measures} illustrative={illustrative.measures} />
      <JudgementsSection kind="requirement" id={requirement.id} />
      <QuestionsSection
        questions={view.questions}
        about={{ requirementId: requirement.id }}
        owner={requirement.owner}
        locked={withdrawnOn !== null || frame.notice.withdrawnOn !== null}
      />
      <EvidenceSection link={{ page: 'requirements', id: requirement.id }} words={`Requirement ${code} ${title}`} />
      <UpdatesSection view={view} />
    </>
  );
};
