import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ActionView } from '@noticeboard/domain/views/action';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Columns } from '../../components/columns.tsx';
import { useEditLink } from '../../components/form-links.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QuestionsSection } from '../../components/questions-section.tsx';
import { RisksSection } from '../../components/risks-section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { StageTrack } from '../../components/stage-track.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { AboutSection } from './about-section.tsx';
import { ActionButtons, ActionForm } from './action-forms.tsx';
import { DateChangeSection } from './date-change-section.tsx';
import { DeliverySection } from './delivery-section.tsx';
import type { FormKey } from './form-key.ts';
import { EvidenceSection } from './evidence-section.tsx';
import { GateSection } from './gate-section.tsx';
import { LadderSection } from './ladder-section.tsx';
import { MilestonesSection } from './milestones-section.tsx';
import { ProofSection } from './proof-section.tsx';
import { SlipSection } from './slip-section.tsx';
import { TimelineSection } from './timeline-section.tsx';

/** What the action serves: its requirements and its areas, each a link. */
const Serves = ({ action: { requirements, areas } }: { action: ActionView }) => {
  const { noticeId } = useNotice();
  const links = [
    ...requirements.map(({ id, code, title }) => (
      <Link
        key={id}
        to="/n/$noticeId/requirements/$requirementId"
        params={{ noticeId, requirementId: id }}
        title={title}
      >
        requirement {code}
      </Link>
    )),
    ...areas.map(({ id, number, title }) => (
      <Link key={id} to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: id }} title={title}>
        area {number}
      </Link>
    )),
  ];
  return (
    <>
      Serves{' '}
      {links.map((link, index) => (
        <Fragment key={link.key}>
          {index === 0 ? '' : index === links.length - 1 ? ' and ' : ', '}
          {link}
        </Fragment>
      ))}
    </>
  );
};

const Shown = ({ action }: { action: ActionView }) => {
  const { noticeId, frame } = useNotice();
  const { open, show, close, warning } = useOpenForm<FormKey>();
  const { code, title, areas, source, stages, stage } = action;
  const [primary] = areas;
  const edit = useEditLink('action', action.id);
  const locked = stage === 'withdrawn' || frame.notice.withdrawnOn !== null;
  return (
    <>
      {warning}
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/actions" params={{ noticeId }}>
          Actions
        </Link>
        {primary ? (
          <Link
            className="govuk-breadcrumbs__link"
            to="/n/$noticeId/areas/$areaId"
            params={{ noticeId, areaId: primary.id }}
          >
            Area {primary.number}, {primary.title}
          </Link>
        ) : null}
        <span aria-current="page">{code}</span>
      </Breadcrumbs>
      <PageTitle
        title={`${code} ${title}`}
        under={<Serves action={action} />}
        marks={<Marks source={source} />}
        actions={
          locked ? undefined : (
            <>
              <ActionButtons action={action} open={open} onOpen={show} />
              {edit}
            </>
          )
        }
      />
      {stage === 'withdrawn' ? (
        <NotificationBanner>The board withdrew this action. It stays here for the record.</NotificationBanner>
      ) : null}
      <ActionForm key={open} action={action} open={open} onDone={close} />
      <StageTrack steps={stages} />
      <Columns wide="left">
        <LadderSection action={action} />
        <DeliverySection action={action} />
      </Columns>
      <Columns wide="left">
        <MilestonesSection action={action} locked={locked} />
        <DateChangeSection action={action} open={open} onOpen={show} onDone={close} />
      </Columns>
      <SlipSection actionId={action.id} mark={source.mark} />
      <Columns wide="left">
        <EvidenceSection action={action} locked={locked} />
        <GateSection action={action} />
      </Columns>
      <Columns wide="left">
        <ProofSection action={action} />
        <AboutSection action={action} locked={locked} />
      </Columns>
      <QuestionsSection
        questions={action.questions}
        about={{ actionId: action.id }}
        owner={action.about.lead}
        locked={locked}
      />
      {action.risks.length === 0 ? null : <RisksSection risks={action.risks} of="action" />}
      <TimelineSection action={action} />
    </>
  );
};

/** One action: how it stands, how its date moved, what was said of it, and what its lead can do. */
export const ActionPage = () => {
  const { input } = useNotice();
  const { actionId = '' } = useParams({ strict: false });
  const { data: action } = useQuery({
    ...trpc.action.read.queryOptions({ ...input, id: actionId }),
    throwOnError: true,
  });
  return action ? <Shown key={action.id} action={action} /> : <PageSkeleton />;
};
