import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfferedTogether, OfferLine } from '@noticeboard/domain/views/handovers';
import { formatDate, formatNumber, plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { Button } from './button.tsx';
import { ChangeForm } from './change-form.tsx';
import { Checkboxes } from './choices.tsx';
import { Panel } from './columns.tsx';
import { ToRow } from './row-link.tsx';
import { problemsOf, type Problems } from './problems.ts';
import { Textarea } from './textarea.tsx';

const versionsOf = (rows: readonly OfferLine[]) => rows.map(({ id, version }) => ({ id, expectedVersion: version }));

const DeclineForm = ({ rows, onDone }: { rows: readonly OfferLine[]; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.handover.decline.mutationOptions());
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['reason'], own, refusal);
  const send = async () => {
    const empty = reason.trim() === '';
    setOwn(empty ? { reason: 'Say why you decline, so that somebody else can be found.' } : {});
    if (!empty && (await save({ noticeId, offers: versionsOf(rows), reason }))) onDone();
  };
  return (
    <ChangeForm
      problems={problems}
      save={rows.length === 1 ? 'Decline' : `Decline ${formatNumber(rows.length, 0)}`}
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <Textarea
        id="reason"
        label="Why do you decline?"
        value={reason}
        rows={2}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};

const Row = ({ row }: { row: OfferLine }) => (
  <>
    <ToRow link={row.link}>{row.what}</ToRow>
    {row.stale === null ? null : <span className="nb-offer__stale">{row.stale}</span>}
  </>
);

/** What one person offers: taken all at once or in part, or declined with a reason. */
const Offer = ({ offer: { key, offeredBy, offeredOn, note, rows } }: { offer: OfferedTogether }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.handover.accept.mutationOptions());
  const [left, setLeft] = useState<readonly string[]>([]);
  const [declining, setDeclining] = useState(false);
  const chosen = rows.filter(({ id }) => !left.includes(id));
  const takes = chosen.filter(({ stale }) => stale === null);
  const many = rows.length > 1;
  const of = (
    <span className="govuk-visually-hidden">
      , offered by {offeredBy}
      {many ? '' : `: ${rows[0]?.what ?? ''}`}
    </span>
  );
  return (
    <article className="nb-offer" aria-labelledby={`offer-${key}-title`}>
      <Panel tone="amber">
        <h2 className="govuk-heading-s" id={`offer-${key}-title`}>
          {offeredBy} offers you {many ? plural(rows.length, 'piece of work', 'pieces of work') : rows[0]?.what}
        </h2>
        <p className="nb-meta">
          Offered on {formatDate(offeredOn)}. It is yours once you accept{note === null ? '.' : ': '}
          {note === null ? null : <q>{note}</q>}
        </p>
        {many ? (
          <Checkboxes
            id={`offer-${key}`}
            label="Which do you take?"
            small
            value={chosen.map(({ id }) => id)}
            choices={rows.map((row) => ({ value: row.id, label: row.what, hint: row.stale ?? undefined }))}
            onChange={(ids) => setLeft(rows.map(({ id }) => id).filter((id) => !ids.includes(id)))}
          />
        ) : (
          rows.map((row) => (
            <p key={row.id}>
              <Row row={row} />
            </p>
          ))
        )}
        {refusal ? (
          <p className="govuk-error-message" role="alert">
            {refusal.sentence}
          </p>
        ) : null}
        {declining ? (
          <DeclineForm rows={chosen} onDone={() => setDeclining(false)} />
        ) : (
          <div className="govuk-button-group">
            <Button
              disabled={saving || takes.length === 0}
              onClick={() => void save({ noticeId, offers: versionsOf(takes) })}
            >
              {many ? `Accept ${formatNumber(takes.length, 0)}` : 'Accept'}
              {of}
            </Button>
            <Button kind="secondary" disabled={chosen.length === 0} onClick={() => setDeclining(true)}>
              Decline{of}
            </Button>
          </div>
        )}
      </Panel>
    </article>
  );
};

/** What is offered to the reader and waits for their decision; nothing where nothing is. */
export const OffersPanel = () => {
  const { input } = useNotice();
  const decides = useMay('handover.decide');
  const { data: offers = [] } = useQuery({ ...trpc.handover.mine.queryOptions(input), enabled: decides });
  if (!decides || offers.length === 0) return null;
  return (
    <section className="nb-offers" aria-label="Offered to you">
      {offers.map((offer) => (
        <Offer key={offer.key} offer={offer} />
      ))}
    </section>
  );
};
