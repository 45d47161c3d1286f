import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RiskStep, RiskView } from '@noticeboard/domain/views/risk';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { ButtonLink } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { CloseForm, RateForm } from './risk-forms.tsx';

type FormKey = 'rate' | 'close';

const ways = { worse: 'Worse', better: 'Better' } as const;

const stepColumns: readonly Column<RiskStep>[] = [
  {
    key: 'on',
    head: 'When',
    cell: ({ on }) => <span className="nb-nowrap">{formatDate(on)}</span>,
    csv: ({ on }) => on,
  },
  { key: 'what', head: 'What', rowHead: true, cell: ({ what }) => what, csv: ({ what }) => what },
  {
    key: 'way',
    head: 'Direction',
    cell: ({ way }) => (way === null ? '' : ways[way]),
    csv: ({ way }) => (way === null ? '' : ways[way]),
  },
  {
    key: 'who',
    head: 'Who and why',
    cell: ({ who, why }) => (why === null ? `${who}.` : `${who}. ${why}`),
    csv: ({ who, why }) => (why === null ? who : `${who}: ${why}`),
  },
];

const Buttons = ({ risk, open, onOpen }: { risk: RiskView; open: FormKey | null; onOpen: (form: FormKey) => void }) => {
  const { noticeId } = useNotice();
  const here = `/n/${noticeId}/risks/${risk.id}`;
  if (risk.state === 'closed')
    return (
      <OpenForm form="close" open={open} onOpen={onOpen}>
        Reopen
      </OpenForm>
    );
  return (
    <>
      <OpenForm form="rate" open={open} onOpen={onOpen} primary>
        Rate again
      </OpenForm>
      <ButtonLink
        kind="secondary"
        to="/n/$noticeId/set-up/$noun/$rowId"
        params={{ noticeId, noun: 'risk', rowId: risk.id }}
        search={{ from: here }}
      >
        Edit
      </ButtonLink>
      <OpenForm form="close" open={open} onOpen={onOpen}>
        Close
      </OpenForm>
    </>
  );
};

const Shown = ({ risk }: { risk: RiskView }) => {
  const { noticeId } = useNotice();
  const mayEdit = useMay('risk.edit', risk.subject) && risk.withdrawn === null;
  const { open, show, close, warning } = useOpenForm<FormKey>();
  const ended = risk.withdrawn ?? risk.closed;
  return (
    <>
      {warning}
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/risks" params={{ noticeId }}>
          Risks
        </Link>
        <span aria-current="page">{risk.code}</span>
      </Breadcrumbs>
      <PageTitle
        over={`Risk ${risk.code}`}
        title={risk.title}
        marks={<SourceMark mark={risk.mark} />}
        actions={mayEdit ? <Buttons risk={risk} open={open} onOpen={show} /> : undefined}
      />
      {ended === null ? null : <NotificationBanner>{ended}. It stays here for the record.</NotificationBanner>}
      {open === 'rate' ? (
        <FormPanel form="rate" title="Rate this risk again">
          <RateForm risk={risk} onDone={close} />
        </FormPanel>
      ) : null}
      {open === 'close' ? (
        <FormPanel form="close" title={risk.state === 'open' ? 'Close this risk' : 'Reopen this risk'}>
          <CloseForm risk={risk} onDone={close} />
        </FormPanel>
      ) : null}
      <Section title="The risk">
        <SummaryList
          ruled
          rows={[
            { name: 'Likelihood', value: <strong>{risk.likelihood} of 5</strong> },
            { name: 'Impact', value: <strong>{risk.impact} of 5</strong> },
            { name: 'Cause', value: risk.cause },
            { name: 'Effect', value: risk.effect },
            { name: 'Controls', value: risk.controls ?? 'None recorded' },
            { name: 'Next step', value: risk.nextStep },
            { name: 'Owner', value: risk.owner ?? 'Nobody' },
            { name: 'Raised', value: risk.raised },
            {
              name: 'Areas',
              value:
                risk.areas.length === 0 ? null : (
                  <ul className="nb-risk-links">
                    {risk.areas.map(({ id, number, title }) => (
                      <li key={id}>
                        <ToRow link={{ page: 'areas', id }}>{`Area ${number} ${title}`}</ToRow>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              name: 'Actions',
              value:
                risk.actions.length === 0 ? null : (
                  <ul className="nb-risk-links">
                    {risk.actions.map(({ id, code, title }) => (
                      <li key={id}>
                        <ToRow link={{ page: 'actions', id }}>{`${code} ${title}`}</ToRow>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Section>
      <Section
        title="How it was rated"
        links={
          <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ entity: 'risk', id: risk.id }}>
            History
          </Link>
        }
      >
        <DataTable
          caption="How it was rated, newest first"
          columns={stepColumns}
          rows={risk.steps}
          rowKey={({ seq }) => String(seq)}
          csv={`risk-${risk.code}-ratings`}
        />
      </Section>
    </>
  );
};

/** One risk: what it is, how it is rated, and how it was rated before. */
export const RiskPage = () => {
  const { input } = useNotice();
  const { riskId = '' } = useParams({ strict: false });
  const { data: risk } = useQuery({
    ...trpc.risk.read.queryOptions({ ...input, id: riskId }),
    throwOnError: true,
  });
  return risk ? <Shown key={risk.id} risk={risk} /> : <PageSkeleton />;
};
