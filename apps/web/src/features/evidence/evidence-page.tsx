import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { may } from '@noticeboard/domain/permissions';
import { evidenceKinds } from '@noticeboard/domain/scales';
import type { EvidenceView } from '@noticeboard/domain/views/evidence';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { AddEvidenceForm } from '../../components/add-evidence-form.tsx';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Columns } from '../../components/columns.tsx';
import { draftOf } from '../../components/evidence-draft.ts';
import { EvidenceItem, EvidenceSource } from '../../components/evidence-item.tsx';
import { EvidenceLinks } from '../../components/evidence-links-field.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { EditForm } from './edit-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

type FormKey = 'version' | 'edit' | 'withdraw';

const Buttons = ({
  evidence,
  open,
  onOpen,
}: {
  evidence: EvidenceView;
  open: FormKey | null;
  onOpen: (form: FormKey) => void;
}) => {
  const { frame } = useNotice();
  const mayEdit = useMay('evidence.add', evidence.subject);
  if (!mayEdit || evidence.letter) return null;
  const mayWithdraw = evidence.subjects.every((subject) => may(frame.who, 'evidence.add', subject));
  return (
    <>
      {evidence.newer === null ? (
        <OpenForm form="version" open={open} onOpen={onOpen}>
          Add a new version
        </OpenForm>
      ) : null}
      <OpenForm form="edit" open={open} onOpen={onOpen}>
        Edit
      </OpenForm>
      {mayWithdraw ? (
        <OpenForm form="withdraw" open={open} onOpen={onOpen}>
          Withdraw
        </OpenForm>
      ) : null}
    </>
  );
};

const Form = ({ evidence, open, onDone }: { evidence: EvidenceView; open: FormKey | null; onDone: () => void }) => {
  if (open === null) return null;
  if (open === 'edit') {
    return (
      <FormPanel form="edit" title="Edit what is said of it">
        <EditForm evidence={evidence} onDone={onDone} />
      </FormPanel>
    );
  }
  if (open === 'withdraw') {
    return (
      <FormPanel form="withdraw" title="Withdraw this evidence">
        <WithdrawForm evidence={evidence} onDone={onDone} />
      </FormPanel>
    );
  }
  return (
    <FormPanel form="version" title="Add a new version">
      <AddEvidenceForm start={draftOf(evidence)} links={evidence.links} replacesId={evidence.id} onDone={onDone} />
    </FormPanel>
  );
};

const Standing = ({ evidence: { withdrawnOn, newer } }: { evidence: EvidenceView }) => {
  const { noticeId } = useNotice();
  if (withdrawnOn !== null) {
    return (
      <NotificationBanner>
        This evidence was withdrawn on {formatDate(withdrawnOn)}. It counts no more, and stays here for the record.
      </NotificationBanner>
    );
  }
  return newer ? (
    <NotificationBanner>
      There is a newer version, which counts in its place:{' '}
      <Link to="/n/$noticeId/evidence/$evidenceId" params={{ noticeId, evidenceId: newer.id }}>
        {newer.caption}
      </Link>
    </NotificationBanner>
  ) : null;
};

const Shown = ({ evidence }: { evidence: EvidenceView }) => {
  const { noticeId, frame } = useNotice();
  const { open, show, close, warning } = useOpenForm<FormKey>();
  const { kind, caption, shows, period, addedBy, addedOn, links, mark, mediaType, sha256, versions } = evidence;
  const locked = evidence.withdrawnOn !== null || frame.notice.withdrawnOn !== null;
  return (
    <>
      {warning}
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/evidence" params={{ noticeId }}>
          Evidence
        </Link>
        <span aria-current="page">{caption}</span>
      </Breadcrumbs>
      <PageTitle
        title={caption}
        over={`Evidence, ${evidenceKinds[kind].label.toLowerCase()}`}
        marks={<SourceMark mark={mark} />}
        actions={locked ? undefined : <Buttons evidence={evidence} open={open} onOpen={show} />}
      />
      <Standing evidence={evidence} />
      <Form key={open} evidence={evidence} open={open} onDone={close} />
      <Columns wide="left">
        <Section
          title="What it shows"
          links={
            <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ entity: 'evidence', id: evidence.id }}>
              History of this evidence
            </Link>
          }
        >
          <p>{shows}</p>
          <SummaryList
            rows={[
              { name: 'Period', value: period ?? <span className="nb-secondary">Not given</span> },
              { name: 'File or link', value: <EvidenceSource line={evidence} /> },
              { name: 'Added', value: `${formatDate(addedOn)}${addedBy === null ? '' : `, ${addedBy}`}` },
              { name: 'Type', value: mediaType },
              { name: 'SHA-256', value: sha256 === null ? null : <code className="nb-evidence__hash">{sha256}</code> },
            ]}
          />
        </Section>
        <Section title="What it is evidence of">
          <EvidenceLinks links={links} />
        </Section>
      </Columns>
      {versions.length === 0 ? null : (
        <Section title="Earlier versions" intro="They count no more, and stay as they were.">
          <ul className="nb-evidence">
            {versions.map((line) => (
              <EvidenceItem key={line.id} line={line} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

/** One piece of evidence: what it shows and of what, its file or link, and its versions. */
export const EvidencePage = () => {
  const { input } = useNotice();
  const { evidenceId = '' } = useParams({ strict: false });
  const { data: evidence } = useQuery({
    ...trpc.evidence.read.queryOptions({ ...input, id: evidenceId }),
    throwOnError: true,
  });
  return evidence ? <Shown key={evidence.id} evidence={evidence} /> : <PageSkeleton />;
};
