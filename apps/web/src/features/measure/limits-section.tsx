import { useState } from 'react';
import type { MeasureView } from '@noticeboard/domain/views/measure';
import type { RebaseLine } from '@noticeboard/domain/views/measure-variation';
import { formatDate } from '@noticeboard/domain/words';
import { useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { ChangeForm } from '../../components/change-form.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, readDate, type DateParts } from '../../components/date-parts.ts';
import { Either } from '../../components/either.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { OneReasonForm } from './one-reason-form.tsx';

const toHeading = (heading: HTMLElement | null) => heading?.focus();

/** Reckons the limits anew from a day, with the reason. */
const RebaseForm = ({ measureId, onDone }: { measureId: string; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const [since, setSince] = useState<DateParts>(noDate);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const { save, saving, refusal, forget } = useChange(trpc.rebase.set.mutationOptions());
  const problems = problemsOf(['since', 'reason'], own, refusal);
  const onSave = async () => {
    forget();
    const read = readDate(since, 'The day');
    if ('error' in read) return setOwn({ since: read.error });
    if (read.on === null) return setOwn({ since: 'Enter the day from which the limits are reckoned anew.' });
    setOwn({});
    if (await save({ noticeId, measureId, since: read.on, reason })) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Reckon anew" saving={saving} onSave={onSave} onCancel={onDone}>
      <DateInput
        id="since"
        label="From which day?"
        hint="The day on which the way of working changed. Readings whose period ends on it or later have limits of their own."
        value={since}
        error={problems['since']}
        onChange={setSince}
      />
      <Textarea
        id="reason"
        label="What changed?"
        hint="A known cause, such as a new team or a new way of counting. Not that the figure moved."
        rows={2}
        value={reason}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};

const WithdrawRebase = ({ rebase, onDone }: { rebase: RebaseLine; onDone: () => void }) => (
  <OneReasonForm
    row={rebase}
    change={useChange(trpc.rebase.withdraw.mutationOptions())}
    question="Why is it withdrawn?"
    save="Withdraw the change point"
    kind="warning"
    onDone={onDone}
  >
    <p>The readings before and after {formatDate(rebase.since)} have the same limits again.</p>
  </OneReasonForm>
);

const Rebases = ({
  rebases,
  onWithdraw,
}: {
  rebases: readonly RebaseLine[];
  onWithdraw: ((id: string) => void) | null;
}) => (
  <ul className="nb-rebases">
    {rebases.map(({ id, since, reason, by, on, mark, lines }) => (
      <li key={id}>
        <strong>From {formatDate(since)}:</strong> {reason} <SourceMark mark={mark} />
        <span className="nb-fact__detail">
          {lines} Recorded {formatDate(on)}
          {by === null ? '' : ` by ${by}`}.{' '}
          {onWithdraw === null ? null : (
            <button type="button" className="nb-link-button nb-no-print" onClick={() => onWithdraw(id)}>
              Withdraw<span className="govuk-visually-hidden"> the change point of {formatDate(since)}</span>
            </button>
          )}
        </span>
      </li>
    ))}
  </ul>
);

/** How the limits came about: with or without screening, and from which days they are reckoned anew. Nothing while there are none. */
export const LimitsSection = ({ view }: { view: MeasureView }) => {
  const change = useChangeAddress();
  const [doing, setDoing] = useState<'set' | { withdraw: string } | null>(null);
  const { screening, rebases, lines } = view.noise;
  const mayEdit = useMay('plan.edit') && view.withdrawnOn === null;
  const withdrawn = doing !== null && doing !== 'set' ? rebases.find(({ id }) => id === doing.withdraw) : undefined;
  const done = () => setDoing(null);
  if (screening === null && rebases.length === 0) return null;
  return (
    <Section title="Limits: what is noise">
      {screening === null ? null : (
        <div className="nb-limits">
          <p>
            {lines === null ? '' : `${lines.made} `}
            {screening.words}
          </p>
          <Either
            legend="Moving ranges too wide to be noise"
            ways={[
              { key: undefined, label: 'Screened out', pressed: screening.on },
              { key: 'off', label: 'All count', pressed: !screening.on },
            ]}
            onChoose={(key) => change({ screening: key })}
          />
        </div>
      )}
      {rebases.length === 0 ? null : (
        <Rebases rebases={rebases} onWithdraw={mayEdit && doing === null ? (id) => setDoing({ withdraw: id }) : null} />
      )}
      {doing === null ? null : (
        <div className="nb-doing">
          <h3 className="govuk-heading-s" tabIndex={-1} ref={toHeading}>
            {withdrawn ? 'Withdraw a change point' : 'Reckon the limits anew'}
          </h3>
          {withdrawn ? (
            <WithdrawRebase rebase={withdrawn} onDone={done} />
          ) : (
            <RebaseForm measureId={view.line.id} onDone={done} />
          )}
        </div>
      )}
      {mayEdit && doing === null ? (
        <div className="nb-no-print">
          <Button kind="secondary" onClick={() => setDoing('set')}>
            Reckon the limits anew
          </Button>
        </div>
      ) : null}
    </Section>
  );
};
