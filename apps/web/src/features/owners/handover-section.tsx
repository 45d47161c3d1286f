import { may } from '@noticeboard/domain/permissions';
import type { OfferLine } from '@noticeboard/domain/views/handovers';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const TakeBack = ({ offer: { id, version, what, offerer } }: { offer: OfferLine }) => {
  const { noticeId } = useNotice();
  const takesBack = useMay('handover.offer', offerer);
  const { save, saving, refusal } = useChange(trpc.handover.takeBack.mutationOptions());
  if (!takesBack) return null;
  return (
    <>
      <button
        type="button"
        className="nb-link-button nb-no-print"
        disabled={saving}
        onClick={() => void save({ noticeId, id, expectedVersion: version })}
      >
        Take back<span className="govuk-visually-hidden">: {what}</span>
      </button>
      {refusal ? (
        <p className="govuk-error-message" role="alert">
          {refusal.sentence}
        </p>
      ) : null}
    </>
  );
};

const columns: readonly Column<OfferLine>[] = [
  {
    key: 'what',
    head: 'What',
    rowHead: true,
    cell: ({ what, link }) => <ToRow link={link}>{what}</ToRow>,
    csv: ({ what }) => what,
  },
  {
    key: 'from',
    head: 'From',
    cell: ({ from }) => from ?? <span className="nb-secondary">Nobody</span>,
    csv: ({ from }) => from ?? 'Nobody',
  },
  { key: 'to', head: 'To', cell: ({ to }) => to, csv: ({ to }) => to },
  {
    key: 'offered',
    head: 'Offered',
    cell: ({ offeredBy, offeredOn, note }) => (
      <>
        {formatDate(offeredOn)}, {offeredBy}
        {note === null ? null : <span className="nb-owners__under">{note}</span>}
      </>
    ),
    csv: ({ offeredBy, offeredOn, note }) => [offeredOn, offeredBy, note].filter((part) => part !== null).join(', '),
  },
  {
    key: 'state',
    head: 'State',
    narrowHead: '',
    cell: ({ stale }) => (
      <>
        <StatusTag
          status={stale === null ? { label: 'Offered', tone: 'pending' } : { label: 'Overtaken', tone: 'amber' }}
        />
        {stale === null ? null : <span className="nb-owners__under">{stale}</span>}
      </>
    ),
    csv: ({ stale }) => (stale === null ? 'Offered' : `Overtaken: ${stale}`),
  },
];

const back: Column<OfferLine> = {
  key: 'back',
  head: 'Change',
  narrowHead: '',
  cell: (offer) => <TakeBack offer={offer} />,
};

/** What is offered to somebody and not decided yet. */
export const HandoverSection = ({ offers }: { offers: readonly OfferLine[] }) => {
  const { frame, lookingBack } = useNotice();
  const takesBack = !lookingBack && offers.some(({ offerer }) => may(frame.who, 'handover.offer', offerer));
  return (
    <Section title="Handovers that wait for a decision" intro="Work changes hands once whom it is offered to accepts.">
      <DataTable
        caption="Handovers that wait for a decision"
        columns={takesBack ? [...columns, back] : columns}
        rows={offers}
        rowKey={({ id }) => id}
        csv="handovers"
        empty={<EmptyState>Nothing is offered to anybody.</EmptyState>}
      />
    </Section>
  );
};
