import { useState } from 'react';
import { readShares } from '@noticeboard/domain/changes/shares';
import type { Reading } from '@noticeboard/domain/measure';
import { bases, keysOf, marks, readingStates, units } from '@noticeboard/domain/scales';
import type { ReadingAsWritten } from '@noticeboard/domain/views/measure-readings';
import type { MeasureView } from '@noticeboard/domain/views/measure';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Radios, Select } from '../../components/choices.tsx';
import type { DateParts } from '../../components/date-parts.ts';
import { TextInput } from '../../components/text-input.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { OldBesideNew } from './old-beside-new.tsx';
import { PeriodFields } from './period-fields.tsx';
import {
  asWritten,
  comparedFields,
  contentOf,
  draftOf,
  emptyDraft,
  periodOf,
  type ReadingDraft,
} from './reading-draft.ts';

const symbolsHint =
  'As you would write it: 1,080 or 13.2 or “over 520”. Without a value: z (not applicable), x (not available), c (suppressed), low (rounds to zero), u (unreliable).';

/** What a field of the form is called where the server speaks of it. */
type Fault = { field: string; sentence: string; part?: keyof DateParts };

/**
 * Adds a reading, or corrects one with a reason: old beside new. What is typed stays until it is saved or put away.
 * @param before the reading that is corrected; null for a new one
 */
export const ReadingForm = ({
  view,
  before,
  onDone,
}: {
  view: MeasureView;
  before: ReadingAsWritten | null;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { form, line } = view;
  const [draft, setDraft] = useState<ReadingDraft>(() => (before ? draftOf(before) : emptyDraft(form.basis)));
  const [fault, setFault] = useState<Fault | null>(null);
  const [version, setVersion] = useState(before?.version ?? 0);
  const adding = useChange(trpc.reading.add.mutationOptions());
  const correcting = useChange(trpc.reading.correct.mutationOptions());
  const { refusal, saving, forget } = before ? correcting : adding;
  const put = (changes: Partial<ReadingDraft>) => setDraft({ ...draft, ...changes });
  const shares = readShares(form, draft);
  // Two numbers fill the percentage in, unless somebody typed one.
  const putShares = (changes: Partial<ReadingDraft>) => {
    const next = { ...draft, ...changes };
    const { makes } = readShares(form, { ...next, value: '' });
    const isFilled = draft.value.trim() === '' || draft.value === readShares(form, { ...draft, value: '' }).makes;
    setDraft(isFilled && makes !== null ? { ...next, value: makes } : next);
  };

  const send = async (expectedVersion: number) => {
    const period = periodOf(draft, before, form.resetMonth);
    forget();
    if ('error' in period) return setFault({ field: period.field, sentence: period.error, part: period.part });
    if (shares.fault !== null) return setFault(shares.fault);
    setFault(null);
    const content = contentOf(draft, period, before);
    const receipt = before
      ? await correcting.save({ ...content, noticeId, id: before.id, expectedVersion, reason: draft.reason })
      : await adding.save({ ...content, noticeId, measureId: line.id });
    if (receipt) onDone();
  };

  const current = refusal?.code === 'CONFLICT' && refusal.current ? asWritten(refusal.current as Reading) : null;
  const problems: Record<string, string> =
    fault !== null
      ? { [fault.field]: fault.sentence }
      : refusal === null || current !== null
        ? {}
        : Object.keys(refusal.fields).length > 0
          ? { ...refusal.fields }
          : { '': refusal.sentence };
  const ofPeriod = fault !== null && fault.field.startsWith('period') ? fault : null;
  const periodFault: Fault | undefined =
    ofPeriod ??
    (['periodEnd', 'periodStart'] as const)
      .filter((field) => problems[field] !== undefined)
      .map((field) => ({ field: 'periodEnd', sentence: problems[field] ?? '' }))[0];
  const text = (field: Exclude<keyof ReadingDraft, 'period' | 'basis' | 'state' | 'mark'>) => ({
    id: field,
    value: draft[field],
    error: problems[field],
    onChange: (value: string) => put({ [field]: value }),
  });

  return (
    <ChangeForm
      problems={problems}
      save={before ? 'Save the correction' : 'Save the reading'}
      saving={saving}
      onSave={() => send(version)}
      onCancel={onDone}
    >
      {current === null ? null : (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={comparedFields(current, draft, form.resetMonth)}
          onUseMine={() => {
            setVersion(current.version);
            void send(current.version);
          }}
          onUseTheirs={() => {
            setVersion(current.version);
            setDraft({ ...draftOf(current), reason: draft.reason });
            forget();
          }}
        />
      )}
      <div className="nb-form__columns">
        <div>
          <PeriodFields
            basis={draft.basis}
            value={draft.period}
            error={periodFault}
            onChange={(period) => put({ period })}
          />
          <TextInput
            {...text('value')}
            label="Value"
            hint={symbolsHint}
            width={10}
            suffix={units[form.unit].suffix.trim() || undefined}
            autoComplete="off"
          />
          <Radios
            id="state"
            label="How final is it?"
            inline
            small
            value={draft.state}
            choices={keysOf(readingStates).map((value) => ({ value, label: readingStates[value].label }))}
            onChange={(state) => put({ state })}
          />
          {before ? (
            <Textarea
              {...text('reason')}
              label="Why is it corrected?"
              hint="Kept in the history beside old and new"
              rows={2}
            />
          ) : null}
        </div>
        <div>
          <Select
            id="basis"
            label="Basis"
            hint={`This measure is read as: ${bases[form.basis].label.toLowerCase()}. A reading of another basis is kept apart and never joined.`}
            value={draft.basis}
            choices={keysOf(bases).map((value) => ({ value, label: bases[value].label }))}
            onChange={(basis) => put({ basis: basis === '' ? form.basis : basis })}
          />
          {draft.basis === 'other' || draft.basisNote !== '' ? (
            <TextInput {...text('basisNote')} label="Basis in words" hint="Such as “13-month average”" />
          ) : null}
          <div className="nb-form__pair">
            <TextInput
              {...text('numerator')}
              label="Numerator (optional)"
              width={5}
              inputMode="decimal"
              onChange={(numerator) => putShares({ numerator })}
            />
            <TextInput
              {...text('denominator')}
              label="Denominator (optional)"
              width={5}
              inputMode="decimal"
              onChange={(denominator) => putShares({ denominator })}
            />
          </div>
          <output className="nb-shares" htmlFor="numerator denominator value">
            {shares.fault?.sentence ?? (shares.makes === null ? '' : `The two make ${shares.makes}%.`)}
          </output>
          <TextInput
            {...text('sourceTitle')}
            label={draft.mark === 'published' || draft.mark === 'reported' ? 'Source' : 'Source (optional)'}
            hint="Where the figure can be checked"
          />
          <TextInput {...text('sourceUrl')} label="Web address of the source (optional)" autoComplete="off" />
          <Select
            id="mark"
            label="Mark"
            value={draft.mark}
            choices={keysOf(marks).map((value) => ({ value, label: marks[value].label }))}
            onChange={(mark) => put({ mark: mark === '' ? 'own' : mark })}
          />
          <Textarea {...text('note')} label="Note (optional)" hint="What to know to read it right" rows={2} />
          <Textarea
            {...text('disputed')}
            label="Why it is disputed (optional)"
            hint="Only where another source says otherwise. Both are kept."
            rows={2}
          />
        </div>
      </div>
      {before ? <OldBesideNew fields={comparedFields(before, draft, form.resetMonth)} /> : null}
    </ChangeForm>
  );
};
