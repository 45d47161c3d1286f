import type { NoiseLine } from '@noticeboard/domain/views/measure-variation';
import { AssuranceIcon, VariationIcon } from './variation-icon.tsx';

type Props = { noise: NoiseLine };

/** What the latest reading says, by shape, letter and word; below ten readings nothing but that. */
export const NoiseTag = ({ noise: { variation, side, few } }: Props) =>
  few === null ? (
    <span className="nb-noise">
      <VariationIcon of={variation.key} side={side} />
      <span>{variation.label}</span>
    </span>
  ) : (
    <span className="nb-secondary">{few}: direction only</span>
  );

/** Whether the target can be relied on, by shape, letter and word. */
export const AssuranceTag = ({ noise: { assurance } }: Props) => (
  <span className="nb-noise">
    <AssuranceIcon of={assurance.key} />
    <span>{assurance.label}</span>
  </span>
);
