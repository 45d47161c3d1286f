import { useState } from 'react';
import type { AreaReport } from '@noticeboard/domain/meeting';
import type { AreaReportLine } from '@noticeboard/domain/views/meeting';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { problemsOf } from '../../components/problems.ts';
import { useSeenVersion } from '../../components/seen-version.ts';
import { Textarea } from '../../components/textarea.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** Says of an area what a meeting is to know: why its status changed, what families notice, and what comes next. */
export const ReportForm = ({
  meetingId,
  report,
  onDone,
}: {
  meetingId: string;
  report: AreaReportLine;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.meeting.report.mutationOptions());
  const [typed, setTyped] = useState({
    why: report.why ?? '',
    effect: report.effect ?? '',
    evidenceIds: report.evidence.map(({ id }) => id),
    nextStep: report.nextStep ?? '',
  });
  const { current: newer, version, see } = useSeenVersion(refusal, report.version);
  const current = newer as AreaReport | null;
  const problems = current ? {} : problemsOf(['why', 'effect', 'evidenceIds', 'nextStep'], {}, refusal);
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });
  const send = async () => {
    see();
    const receipt = await save({
      noticeId,
      meetingId,
      areaId: report.area.id,
      expectedVersion: version,
      why: orNull(typed.why),
      effect: orNull(typed.effect),
      evidenceIds: typed.evidenceIds,
      nextStep: orNull(typed.nextStep),
    });
    if (receipt) onDone();
  };
  // What was named and stands no more can be left as it is or taken out.
  const choices = [
    ...report.choices,
    ...report.evidence.filter(({ id }) => !report.choices.some((choice) => choice.id === id)),
  ];
  const captionsIn = (ids: readonly string[]): string =>
    choices
      .filter(({ id }) => ids.includes(id))
      .map(({ caption }) => caption)
      .join('; ');
  return (
    <ChangeForm problems={problems} save="Save" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            { key: 'why', label: 'Why it changed', theirs: current.why ?? '', yours: typed.why },
            { key: 'effect', label: 'For families', theirs: current.effect ?? '', yours: typed.effect },
            {
              key: 'evidenceIds',
              label: 'Evidence',
              theirs: captionsIn(current.evidenceIds),
              yours: captionsIn(typed.evidenceIds),
            },
            { key: 'nextStep', label: 'Next step', theirs: current.nextStep ?? '', yours: typed.nextStep },
          ]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <Textarea
        id="why"
        label="Why its status changed since the last board, or did not"
        rows={3}
        words={60}
        value={typed.why}
        error={problems['why']}
        onChange={(why) => set({ why })}
      />
      <Textarea
        id="effect"
        label="What changed for children and families"
        rows={3}
        words={60}
        value={typed.effect}
        error={problems['effect']}
        onChange={(effect) => set({ effect })}
      />
      {choices.length === 0 ? null : (
        <Checkboxes
          id="evidenceIds"
          label="Evidence of it"
          small
          value={typed.evidenceIds}
          choices={choices.map(({ id, caption }) => ({ value: id, label: caption }))}
          error={problems['evidenceIds']}
          onChange={(evidenceIds) => set({ evidenceIds })}
        />
      )}
      <Textarea
        id="nextStep"
        label="Next step"
        rows={2}
        value={typed.nextStep}
        error={problems['nextStep']}
        onChange={(nextStep) => set({ nextStep })}
      />
    </ChangeForm>
  );
};
