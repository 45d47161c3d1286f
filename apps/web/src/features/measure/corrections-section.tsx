import { useSuspenseQuery } from '@tanstack/react-query';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Section } from '../../components/section.tsx';

/** What was corrected or withdrawn of the readings: old beside new, with who, when and why. Nothing where nothing was. */
export const CorrectionsSection = ({ measureId }: { measureId: string }) => {
  const { input } = useNotice();
  const { data: corrections } = useSuspenseQuery(trpc.measure.corrections.queryOptions({ ...input, id: measureId }));
  if (corrections.length === 0) return null;
  return (
    <Section title="Corrections">
      {corrections.map(({ seq, did, by, atInWords, reason, fields }) => (
        <div key={seq} className="nb-correction">
          <p className="nb-words">
            <strong>{did === 'Changed' ? 'Corrected' : did}</strong> by {by} on {atInWords}
            {reason === null ? '' : `: ${reason}`}
          </p>
          <table className="nb-table nb-table--stack">
            <caption className="govuk-visually-hidden">
              What was {did === 'Changed' ? 'corrected' : did.toLowerCase()} on {atInWords}
            </caption>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Old</th>
                <th scope="col">New</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ label, before, after }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td data-head="Old:">{before ?? 'Nothing'}</td>
                  <td data-head="New:">{after ?? 'Nothing'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </Section>
  );
};
