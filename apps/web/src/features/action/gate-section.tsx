import type { ActionView } from '@noticeboard/domain/views/action';
import type { GatedStage } from '@noticeboard/domain/rules/gate';
import { plural } from '@noticeboard/domain/words';
import { useMay } from '../../app/notice.ts';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { MissingList } from './missing-list.tsx';
import { useActsOn } from './use-acts-on.ts';

const whoSays: Readonly<Record<GatedStage, string>> = {
  evidenced: 'The programme office says so, once it has seen evidence of each kind.',
  embedded: 'The programme office says so, once the measures have held.',
  assured: 'The board says so, with what convinced it.',
};

/** What comes next for an action: each stage ahead with who says so, and what is missing for it. */
export const GateSection = ({ action }: { action: ActionView }) => {
  const { gates, stage } = action;
  const acts = useActsOn(action);
  const [mayEvidence, mayAssure] = [useMay('stage.evidence'), useMay('stage.assure')];
  if (gates.length === 0) return null;
  // Before it is delivered only the first gate says more than that the one before it is shut.
  const shown = stage === 'notStarted' || stage === 'inProgress' ? gates.slice(0, 1) : gates;
  return (
    <Section title="What is missing for the next stages">
      {shown.map(({ to, label, missing }) => (
        <div key={to} className="nb-gate">
          <h3 className="govuk-heading-s">
            {label}{' '}
            <StatusTag
              status={
                missing.length === 0
                  ? { label: 'Nothing is missing', tone: 'pending' }
                  : { label: `${plural(missing.length, 'thing')} missing`, tone: 'none' }
              }
            />
          </h3>
          <p className="nb-meta">
            {whoSays[to]}
            {acts && (to === 'assured' ? mayAssure : mayEvidence)
              ? ' You act on this action yourself, so somebody else says it.'
              : null}
          </p>
          {missing.length === 0 ? null : <MissingList missing={missing} />}
        </div>
      ))}
    </Section>
  );
};
