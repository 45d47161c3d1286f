import { Link } from '@tanstack/react-router';
import type { Subject } from '@noticeboard/domain/permissions';
import type { OfferLine } from '@noticeboard/domain/views/handovers';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';

const Offered = ({ offer }: { offer: OfferLine }) => {
  const { noticeId, frame } = useNotice();
  const { save, saving, refusal } = useChange(trpc.handover.takeBack.mutationOptions());
  const takesBack = useMay('handover.offer', offer.offerer);
  const mine = offer.toId === frame.who.memberId;
  return (
    <>
      <span className="nb-fact__detail">
        {offer.offeredBy} offered it to {mine ? 'you' : offer.to} on {formatDate(offer.offeredOn)}.{' '}
        {offer.stale ?? (mine ? '' : 'It changes hands once they accept.')}
      </span>
      {refusal ? (
        <span className="govuk-error-message" role="alert">
          {refusal.sentence}
        </span>
      ) : null}
      <span className="nb-fact__detail nb-no-print">
        {mine ? (
          <Link to="/n/$noticeId/owners" params={{ noticeId }}>
            Accept or decline
          </Link>
        ) : takesBack ? (
          <button
            type="button"
            className="nb-link-button"
            disabled={saving}
            onClick={() => void save({ noticeId, id: offer.id, expectedVersion: offer.version })}
          >
            Take the offer back
          </button>
        ) : null}
      </span>
    </>
  );
};

/** Under the name of whose a row is: who covers for them, to whom the row is offered, and the way to hand it over. */
export const Ownership = ({
  row,
  subject,
  cover,
  offer,
  locked,
}: {
  row: { kind: 'action' | 'measure' | 'requirement'; id: string };
  subject: Subject;
  cover: string | null;
  offer: OfferLine | null;
  locked: boolean;
}) => {
  const { noticeId } = useNotice();
  const offers = useMay('handover.offer', subject) && !locked;
  return (
    <>
      {cover === null ? null : <span className="nb-fact__detail">{cover}.</span>}
      {offer === null ? null : <Offered offer={offer} />}
      {offers && offer === null ? (
        <span className="nb-fact__detail nb-no-print">
          <Link to="/n/$noticeId/owners/handover" params={{ noticeId }} search={{ kind: row.kind, row: row.id }}>
            Hand over<span className="govuk-visually-hidden"> this {row.kind}</span>
          </Link>
        </span>
      ) : null}
    </>
  );
};
