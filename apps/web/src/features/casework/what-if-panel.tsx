import { memo, useDeferredValue, useMemo } from 'react';
import type { CapacityOutlook } from '@noticeboard/domain/charts/capacity';
import { capacityChart, whatIfInWords } from '@noticeboard/domain/charts/capacity';
import type { ChartModel } from '@noticeboard/domain/charts/model';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { Button } from '../../components/button.tsx';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Slider } from '../../components/slider.tsx';
import { leversOf, moving, nameOf, resetting, standingAt, whatIfIn } from './what-if.ts';

const Drawing = memo(({ model }: { model: ChartModel }) => (
  <ChartFigure
    model={model}
    note="Solid: as read. Dashed: reckoned ahead, with those who have accepted a post counted from their start."
  />
));

/** The team ahead, with sliders to suppose something else: what they change is drawn and said, and nowhere kept. */
export const WhatIfPanel = ({
  familyId,
  title,
  outlook,
}: {
  familyId: string;
  title: string;
  outlook: CapacityOutlook;
}) => {
  const address = useAddress();
  const change = useChangeAddress();
  const { ratio, starters, leavers, cases, trained } = whatIfIn(familyId, outlook, address);
  const whatIf = useMemo(
    () => ({ ratio, starters, leavers, cases, trained }),
    [ratio, starters, leavers, cases, trained],
  );
  const supposed = whatIfInWords(whatIf, outlook.ratio);
  const model = useMemo(() => capacityChart(outlook, whatIf), [outlook, whatIf]);
  // A slider must not wait for the drawing.
  const drawn = useDeferredValue(model);
  return (
    <div className="nb-what-if">
      <Drawing model={drawn} />
      <section className="nb-what-if__levers nb-no-print" aria-label={`What if, ${title}`}>
        <h3 className="govuk-heading-s">What if?</h3>
        <p className="nb-meta">
          Move a slider to see what would follow. Nothing is kept; the address holds it, to share.
        </p>
        {leversOf(outlook).map((of) => {
          const value = standingAt(familyId, of, address);
          return (
            <Slider
              key={of.lever}
              id={nameOf(familyId, of.lever)}
              label={of.label}
              hint={of.hint}
              value={value}
              min={of.min}
              max={of.max}
              step={of.step}
              words={of.words(value)}
              onChange={(to) => change(moving(familyId, of, to))}
            />
          );
        })}
        <p className="nb-what-if__outcome" role="status">
          {supposed === null ? 'As it stands: ' : 'Then: '}
          {model.title}.
        </p>
        <Button kind="secondary" disabled={supposed === null} onClick={() => change(resetting(familyId, outlook))}>
          Reset<span className="govuk-visually-hidden"> the sliders of {title}</span>
        </Button>
      </section>
    </div>
  );
};
