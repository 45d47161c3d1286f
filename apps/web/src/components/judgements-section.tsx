import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keysOf, voices } from '@noticeboard/domain/scales';
import type { JudgedView, JudgementLine } from '@noticeboard/domain/views/judgements';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { ChangeForm } from './change-form.tsx';
import { Details } from './details.tsx';
import { EmptyState } from './empty-state.tsx';
import { FormPanel } from './form-panel.tsx';
import { problemsOf, type Problems } from './problems.ts';
import { Section } from './section.tsx';
import { Skeleton } from './skeleton.tsx';
import { SourceDetails, SourceMark } from './source-mark.tsx';
import { StatusTag } from './status-tag.tsx';
import { Textarea } from './textarea.tsx';
import { useOpenForm } from './use-open-form.tsx';

const WithdrawForm = ({ line, onDone }: { line: JudgementLine; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.judgement.withdraw.mutationOptions());
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['reason'], own, refusal);
  const send = async () => {
    const empty = reason.trim() === '';
    setOwn(empty ? { reason: 'Say why it is withdrawn.' } : {});
    if (!empty && (await save({ noticeId, id: line.id, expectedVersion: line.version, reason }))) onDone();
  };
  return (
    <ChangeForm
      problems={problems}
      save="Withdraw the judgement"
      kind="warning"
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <Textarea
        id="reason"
        label="Why it is withdrawn"
        hint="It stays in the history, marked as withdrawn. The one before it counts again."
        value={reason}
        rows={3}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};

const Said = ({ line, onWithdraw }: { line: JudgementLine; onWithdraw: (() => void) | null }) => {
  const { voice, rating, grounds, on, age, by, meeting, withdrawnOn, beforeNotice, source } = line;
  const where = [by === null || by === voices[voice].label ? '' : by, meeting?.title ?? ''].filter(Boolean).join(', ');
  return (
    <li className={withdrawnOn === null ? 'nb-judgement' : 'nb-judgement nb-judgement--withdrawn'}>
      <p className="nb-judgement__head">
        <strong>{voices[voice].label}</strong> <StatusTag status={rating} quiet={withdrawnOn !== null} />{' '}
        <SourceDetails source={source} of={`what ${voices[voice].label} judged`} />
      </p>
      {grounds === null ? null : <p className="nb-judgement__grounds">{grounds}</p>}
      <p className="nb-meta">
        {formatDate(on)}, {age}
        {where === '' ? '' : `. ${where}`}
        {beforeNotice ? '. Before the notice, so not compared' : ''}
        {withdrawnOn === null ? '' : `. Withdrawn on ${formatDate(withdrawnOn)}`}.
      </p>
      {onWithdraw ? (
        <button
          type="button"
          id={`open-withdraw-${line.id}`}
          className="nb-link-button nb-no-print"
          onClick={onWithdraw}
        >
          Withdraw
          <span className="govuk-visually-hidden">
            {' '}
            the judgement of {voices[voice].label}, {formatDate(on)}
          </span>
        </button>
      ) : null}
    </li>
  );
};

const Judged = ({ view, mayWrite }: { view: JudgedView; mayWrite: boolean }) => {
  const { row, history } = view;
  const { open, show, close, warning } = useOpenForm();
  const withdrawing = history.find(({ id }) => open === `withdraw-${id}`);
  const latest = new Set(keysOf(voices).map((voice) => row.voices[voice]?.id));
  const earlier = history.filter(({ id }) => !latest.has(id));
  const said = (line: JudgementLine) => (
    <Said key={line.id} line={line} onWithdraw={mayWrite && line.mine ? () => show(`withdraw-${line.id}`) : null} />
  );
  const silent = keysOf(voices).filter((voice) => row.voices[voice] === null);
  return (
    <>
      {warning}
      {withdrawing ? (
        <FormPanel
          form={`withdraw-${withdrawing.id}`}
          title={`Withdraw the judgement of ${voices[withdrawing.voice].label}, ${formatDate(withdrawing.on)}`}
        >
          <WithdrawForm line={withdrawing} onDone={close} />
        </FormPanel>
      ) : null}
      {history.length === 0 ? (
        <EmptyState>No voice has judged this yet.</EmptyState>
      ) : (
        <>
          <p className="nb-judgement__gap">
            <StatusTag status={row.gap} /> {row.gap.words}
          </p>
          <ul className="nb-list-plain nb-judgement-list">
            {keysOf(voices)
              .map((voice) => row.voices[voice])
              .filter((line) => line !== null)
              .map(said)}
          </ul>
          {silent.length === 0 ? null : (
            <p className="nb-secondary">Not judged by: {silent.map((voice) => voices[voice].label).join(', ')}.</p>
          )}
          {earlier.length === 0 ? null : (
            <Details summary={`Earlier judgements (${earlier.length})`}>
              <ul className="nb-list-plain nb-judgement-list">{earlier.map(said)}</ul>
            </Details>
          )}
        </>
      )}
    </>
  );
};

/** What each voice says of an area or a requirement, side by side, and everything that was said before. */
export const JudgementsSection = ({ kind, id }: { kind: 'area' | 'requirement'; id: string }) => {
  const { noticeId, input } = useNotice();
  const mayWrite = useMay('judgement.give');
  const options = kind === 'area' ? trpc.judgement.ofArea : trpc.judgement.ofRequirement;
  const { data: view } = useQuery(options.queryOptions({ ...input, id }));
  const illustrative = view?.history.some(({ source }) => source.mark === 'illustrative') ?? false;
  return (
    <Section
      place="judgements"
      title="Judgements"
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      links={
        <Link to="/n/$noticeId/judgements" params={{ noticeId }}>
          Every voice on every area and requirement
        </Link>
      }
    >
      {view ? <Judged view={view} mayWrite={mayWrite} /> : <Skeleton rows={2} height={72} />}
    </Section>
  );
};
