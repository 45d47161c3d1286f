import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JudgedRow, JudgementsView } from '@noticeboard/domain/views/judgements';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Button } from '../../components/button.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Details } from '../../components/details.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormPanel } from '../../components/form-panel.tsx';
import { JudgementForm } from '../../components/judgement-form.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { AssuranceSection } from './assurance-section.tsx';
import { judgementColumns, judgementFile, voicedLines } from './judgement-columns.tsx';

type Kind = 'areas' | 'requirements';

const HowToRead = () => (
  <Details summary="How the two scales stand beside each other">
    <p>
      The owner, the programme office, the chair and the parent carer forum say how much assurance they have. DfE says
      how much progress it sees. The two are different questions, so neither is turned into the other, and nothing is
      averaged.
    </p>
    <p>To find where voices disagree, each judgement stands on one of three steps:</p>
    <ul className="govuk-list govuk-list--bullet">
      <li>full or substantial assurance; sufficient progress</li>
      <li>limited assurance; some progress</li>
      <li>no assurance; insufficient progress</li>
    </ul>
    <p>
      The gap is the number of steps between the highest and the lowest voice. Each voice counts with what it said last.
      “Not judged” stands on no step. What was found before the notice was issued is shown beside the others, and is not
      compared. The widest gap comes first; of two alike, the one that more voices have judged, then the one whose
      lowest voice stands lower.
    </p>
  </Details>
);

const Table = ({ kind, rows, illustrative }: { kind: Kind; rows: readonly JudgedRow[]; illustrative: boolean }) => {
  const { noticeId } = useNotice();
  const lines = voicedLines(rows);
  const title = kind === 'areas' ? 'Areas of weakness' : 'Requirements';
  return (
    <Section
      title={title}
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      links={
        lines.length === 0 ? undefined : (
          <CsvLink name={`judgements-${kind}`} of={`Judgements of ${kind}`} columns={judgementFile} rows={lines} />
        )
      }
    >
      <div className="nb-judgements">
        <DataTable
          caption={`${title}: what each voice judged last, the widest gap first`}
          columns={judgementColumns(noticeId, kind === 'areas' ? 'Area' : 'Requirement')}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState>{`No ${kind} are recorded yet. The programme office adds them in set-up.`}</EmptyState>}
        />
      </div>
    </Section>
  );
};

const formTitles = { areas: 'Judge areas', requirements: 'Judge requirements' } as const;

const Judging = ({ view }: { view: JudgementsView }) => {
  const mayJudge = useMay('judgement.give');
  const { open, show, close, warning } = useOpenForm<Kind>();
  const mine = (kind: Kind) => view[kind].filter((row) => row.mine.length > 0);
  const kinds = (['areas', 'requirements'] as const).filter((kind) => mayJudge && mine(kind).length > 0);
  return (
    <>
      {warning}
      {open === null ? (
        kinds.length === 0 ? null : (
          <div className="govuk-button-group nb-no-print">
            {kinds.map((kind) => (
              <Button
                key={kind}
                id={`open-${kind}`}
                kind={kind === 'areas' ? 'primary' : 'secondary'}
                onClick={() => show(kind)}
              >
                {formTitles[kind]}
              </Button>
            ))}
          </div>
        )
      ) : (
        <FormPanel form={open} title={formTitles[open]}>
          <JudgementForm key={open} rows={mine(open)} scales={view.scales} meetingId={null} onDone={close} />
        </FormPanel>
      )}
    </>
  );
};

/** What each voice says of each area and requirement, the widest gap first, and what the board has assured. */
export const JudgementsPage = () => {
  const { noticeId, input } = useNotice();
  const { data: view } = useQuery(trpc.judgement.list.queryOptions(input));
  const { data: assurance } = useQuery(trpc.judgement.assurance.queryOptions(input));
  if (!view || !assurance)
    return (
      <>
        <PageTitle title="Judgements and assurance" />
        <Skeleton rows={9} height={72} />
      </>
    );
  return (
    <>
      <Breadcrumbs>
        <Link to="/n/$noticeId/areas" params={{ noticeId }}>
          Areas
        </Link>
        Judgements and assurance
      </Breadcrumbs>
      <PageTitle
        over="Judgements and assurance"
        title={view.title}
        under={
          <Link to="/n/$noticeId/ratings" params={{ noticeId }}>
            How declared ratings fared
          </Link>
        }
      />
      <Judging view={view} />
      <HowToRead />
      <Table kind="areas" rows={view.areas} illustrative={view.illustrative} />
      <Table kind="requirements" rows={view.requirements} illustrative={view.illustrative} />
      <AssuranceSection view={assurance} />
    </>
  );
};
