import { useSuspenseQuery } from '@tanstack/react-query';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { BesideTable, oldAndNew } from '../../components/beside-table.tsx';
import { Section } from '../../components/section.tsx';

/** What was corrected, withdrawn or set aside of the readings: old beside new, with who, when and why. Nothing where nothing was. */
export const CorrectionsSection = ({ measureId }: { measureId: string }) => {
  const { input } = useNotice();
  const { data } = useSuspenseQuery(trpc.measure.corrections.queryOptions({ ...input, id: measureId }));
  if (data.lines.length === 0) return null;
  return (
    <Section title="Corrections">
      {data.lines.map(({ seq, step, by, atInWords, reason, fields }) => (
        <div key={seq} className="nb-correction">
          <p className="nb-words">
            <strong>{step}</strong> by {by} on {atInWords}
            {reason === null ? '' : `: ${reason}`}
          </p>
          <BesideTable
            caption={`What was ${step.toLowerCase()} on ${atInWords}`}
            hideCaption
            {...oldAndNew}
            fields={fields.map(({ label, before, after }) => ({ key: label, label, left: before, right: after }))}
          />
        </div>
      ))}
    </Section>
  );
};
