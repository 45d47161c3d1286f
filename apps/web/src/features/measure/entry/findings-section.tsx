import { findingKinds } from '@noticeboard/domain/scales';
import { plural } from '@noticeboard/domain/words';
import { StatusTag } from '../../../components/status-tag.tsx';
import { Section } from '../../../components/section.tsx';
import { cellId, findingsOf, nameOf, type Typed } from './read-drafts.ts';

/** Everything that is wrong or doubtful about what is typed, each leading to its cell. */
export const FindingsSection = ({ typed, onGo }: { typed: readonly Typed[]; onGo: (at: Typed) => void }) => {
  const [wrong, doubtful] = [findingsOf(typed, true), findingsOf(typed, false)];
  if (wrong.length + doubtful.length === 0) return null;
  const counts = [
    ...(wrong.length > 0 ? [`${wrong.length} to mend`] : []),
    ...(doubtful.length > 0 ? [`${doubtful.length} to look at`] : []),
  ].join(', ');
  return (
    <Section title="Before you save" links={<span className="nb-secondary">{counts}</span>}>
      <ul className="nb-entry-findings">
        {[...wrong, ...doubtful].map(({ at, finding: { kind, sentence } }) => (
          <li key={`${cellId(at.row.id, at.cell.month)} ${kind}`}>
            <StatusTag status={findingKinds[kind]} />
            <span>
              <button type="button" className="nb-link-button" onClick={() => onGo(at)}>
                {nameOf(at)}
                <span className="govuk-visually-hidden">, go to the cell</span>
              </button>{' '}
              {sentence}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

/** Says in short what is typed: "12 readings typed, 2 to look at.". */
export const summaryOf = (saved: readonly Typed[], typed: readonly Typed[]): string => {
  if (typed.length === 0) return 'Nothing is typed yet.';
  const wrong = new Set(findingsOf(typed, true).map(({ at }) => at)).size;
  const doubtful = new Set(findingsOf(typed, false).map(({ at }) => at)).size;
  const parts = [
    `${plural(saved.length, 'reading')} typed`,
    ...(wrong > 0 ? [`${wrong} to mend`] : []),
    ...(doubtful > 0 ? [`${doubtful} to look at`] : []),
  ];
  return `${parts.join(', ')}.`;
};
