import type { ReactNode } from 'react';
import type { MeasureView } from '@noticeboard/domain/views/measure';
import { Panel } from '../../components/columns.tsx';
import { Ownership } from '../../components/ownership.tsx';
import { Reason } from '../../components/reason.tsx';
import { Marks, SourceDetails } from '../../components/source-mark.tsx';
import { DirectionTag, StatusTag } from '../../components/status-tag.tsx';
import { AssuranceIcon, VariationIcon } from '../../components/variation-icon.tsx';
import { SummaryList } from '../../components/summary-list.tsx';

/** The newest value of each place; the section of other places has them all. */
const latestOfEach = (benchmarks: MeasureView['benchmarks']) =>
  benchmarks.filter(({ place }, index) => benchmarks.findIndex((each) => each.place === place) === index);

const panelTone = (tone: string) => (tone === 'red' || tone === 'amber' ? tone : 'plain');

const Fact = ({ value, children }: { value: string; children?: ReactNode }) => (
  <>
    <strong>{value}</strong>
    {children === undefined || children === '' ? null : <span className="nb-fact__detail">{children}</span>}
  </>
);

const Needed = ({ needed }: Pick<MeasureView, 'needed'>) => {
  if (needed.instead !== null) return <span className="nb-secondary">{needed.instead}</span>;
  return (
    <>
      {needed.rates.map(({ words, detail, newCause }) => (
        <div key={detail} className="nb-fact">
          <Fact value={words}>{detail}</Fact>
          {newCause === null ? null : <span className="nb-fact__detail nb-fact__alert">{newCause}</span>}
        </div>
      ))}
      <span className="nb-fact__detail">{needed.best}</span>
    </>
  );
};

const Heading = ({ outlook: { kind, reason, lines } }: Pick<MeasureView, 'outlook'>) => {
  if (kind === 'none') return <span className="nb-secondary">No projection. {reason}</span>;
  return (
    <>
      {lines.map(({ months, label, date, projected, instead }) => (
        <div key={months} className="nb-fact">
          {projected === null ? (
            <span className="nb-fact__detail">
              {label}, {date}: {instead}
            </span>
          ) : (
            <Fact value={projected.words}>
              at {label}, {date}
              {projected.against === null ? '' : `: ${projected.against}`}
            </Fact>
          )}
        </div>
      ))}
      <Reason of="how the projection is made" label="How it is projected">
        {reason}
      </Reason>
    </>
  );
};

const Noise = ({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) => (
  <>
    <span className="nb-noise">
      {icon}
      <strong>{label}</strong>
    </span>
    <span className="nb-fact__detail">{children}</span>
  </>
);

/** What the measure's latest reading is worth: its impact with reason and rule, and the facts that go with it. */
export const MeasurePanel = ({ view }: { view: MeasureView }) => {
  const { line, rule, noise, trajectory, needed, outlook, next, benchmarks } = view;
  const { impact, direction, owner, target } = line;
  return (
    <aside aria-label="Where the measure stands">
      <Panel tone={panelTone(impact.tone)}>
        <p className="nb-panel__over">
          {target === null ? 'Impact' : `Impact, against the ${target.name}`}{' '}
          {target === null ? null : <Marks source={target.source} />}
        </p>
        <p className="nb-panel__status">
          <StatusTag status={impact} pill />
        </p>
        <p>
          {impact.reason}{' '}
          <Reason of="how impact is rated" label="Rule">
            {rule}
          </Reason>
        </p>
      </Panel>
      <SummaryList
        ruled
        rows={[
          {
            name: 'Direction',
            value: (
              <>
                <DirectionTag label={direction.label} moves={direction.moves} />
                <span className="nb-fact__detail">{direction.reason}</span>
              </>
            ),
          },
          {
            name: 'Signal or noise',
            value: (
              <Noise icon={<VariationIcon of={noise.variation.key} side={noise.side} />} label={noise.variation.label}>
                {noise.variation.reason}
              </Noise>
            ),
          },
          {
            name: 'Can it be relied on?',
            value: (
              <Noise icon={<AssuranceIcon of={noise.assurance.key} />} label={noise.assurance.label}>
                {noise.assurance.reason}{' '}
                {noise.lines === null ? null : (
                  <Reason of="how the limits are made" label="How the limits are made">
                    {noise.lines.made} Mean {noise.lines.mean}, limits {noise.lines.lower} and {noise.lines.upper}.
                  </Reason>
                )}
              </Noise>
            ),
          },
          { name: 'Trajectory today', value: <Fact value={trajectory.value}>{trajectory.words}</Fact> },
          { name: 'Needed', value: <Needed needed={needed} /> },
          { name: 'Where it is heading', value: <Heading outlook={outlook} /> },
          ...latestOfEach(benchmarks).map(({ id, place, words, period, source }) => ({
            key: id,
            name: place,
            value: (
              <Fact value={words}>
                {period} <SourceDetails source={source} of={place} />
              </Fact>
            ),
          })),
          {
            name: 'Owner',
            value: (
              <>
                {owner?.title ?? 'Nobody. The programme office names an owner in set-up.'}
                <Ownership
                  row={{ kind: 'measure', id: line.id }}
                  subject={line.subject}
                  cover={view.cover}
                  offer={view.offer}
                  locked={view.withdrawnOn !== null}
                />
              </>
            ),
          },
          { name: 'Next reading', value: next },
        ]}
      />
    </aside>
  );
};
