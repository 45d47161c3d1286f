import { useMemo, useState } from 'react';
import type { Refusal } from '../../app/refusal.ts';
import type { Draft } from '@noticeboard/domain/draft';
import type { Problems } from '../../components/problems.ts';
import { fieldAt, submittedOf, untouched, type Row, type Submitted } from './body.ts';
import { elementId } from './desk.ts';
import { shortNameOf } from './row-parts.tsx';
import { useDesk } from './use-desk.ts';
import { useEverOpened, useTyped } from './use-typed.ts';

const nothingReady = 'Nothing is ready to be submitted. Choose “No change” or write an update first.';

type Sent = { row: Row; body: Draft };

/** Puts the refusals of a submission beside the rows that were sent: beside their fields, where those are in sight. */
const problemsOf = (refusal: Refusal | null, sent: readonly Sent[]): Map<string, Record<string, string>> => {
  const found = new Map<string, Record<string, string>>();
  for (const [place, sentence] of Object.entries(refusal?.fields ?? {})) {
    const [, index, path = ''] = /^rows\.(\d+)(?:\.(.+))?$/.exec(place) ?? [];
    const each = index === undefined ? undefined : sent[Number(index)];
    if (!each) continue;
    const { row, body } = each;
    found.set(row.key, { ...found.get(row.key), [fieldAt(row, body, path)]: sentence });
  }
  return found;
};

type Given = Parameters<typeof useDesk>[0] & {
  /** Sends rows; gives null where they were refused. */
  save: (rows: Submitted[]) => Promise<object | null>;
  refusal: Refusal | null;
  /** Reads what is due again: where somebody was faster, theirs is shown beside what was typed. */
  onRefused: () => Promise<unknown>;
};

/** What the page of what is due works with: its desk, what is wrong, and the act that submits what is ready. */
export const useSubmission = ({ save, refusal, onRefused, ...given }: Given) => {
  const { rows } = given;
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [unready, setUnready] = useState(false);
  const { desk, narrow, openKey, isReady, mended, forgetMended } = useDesk(given);
  const problems = useMemo(() => {
    const found = problemsOf(refusal, sent);
    for (const key of mended) found.delete(key);
    return found;
  }, [refusal, sent, mended]);

  const submit = async () => {
    const ready = rows.filter((row) => desk.bodies.read(row.key) !== undefined && isReady(row));
    const keys = ready.map(({ key }) => key);
    setUnready(ready.length === 0);
    if (ready.length === 0) return;
    setBusy(true);
    forgetMended();
    setSent(ready.map((row) => ({ row, body: desk.bodies.read(row.key) ?? untouched(row) })));
    // A draft on its way must not arrive after the submission that ends it.
    await desk.keeper.settle(keys);
    const receipt = await save(ready.map((row) => submittedOf(row, desk.bodies.read(row.key) ?? untouched(row))));
    if (receipt) for (const key of keys) desk.bodies.put(key, null);
    else {
      for (const key of keys) desk.keeper.touch(key);
      await onRefused();
    }
    setBusy(false);
  };

  const summary: Record<string, string> = {};
  for (const { row } of sent)
    for (const [field, sentence] of Object.entries<string>(problems.get(row.key) ?? {}))
      summary[field === '' ? elementId(row) : `${elementId(row)}-${field}`] = `${shortNameOf(row)}: ${sentence}`;
  if (unready) summary[''] = nothingReady;
  else if (refusal && problems.size === 0 && mended.size === 0 && !busy) summary[''] = refusal.sentence;

  return {
    desk,
    narrow,
    openKey,
    busy,
    problems: problems as ReadonlyMap<string, Problems>,
    summary,
    submit,
    lost: useTyped(desk, useEverOpened(rows)).filter(
      ({ key }) => rows.every((row) => row.key !== key) && !(busy && sent.some(({ row }) => row.key === key)),
    ),
  };
};

export type Submission = ReturnType<typeof useSubmission>;
