import type { ReactNode } from 'react';
import type { Status, Tone } from '@noticeboard/domain/scales';
import { Reason } from './reason.tsx';
import { Shape } from './shape.tsx';

/**
 * A status as shape, word and colour. `pill` for the one headline status of a page; `quiet` where the word must not be bold;
 * `children` in place of the label ("Overdue by 25 days").
 */
export const StatusTag = ({
  status: { label, tone },
  pill = false,
  quiet = false,
  children,
}: {
  status: { label: string; tone: Tone };
  pill?: boolean;
  quiet?: boolean;
  children?: ReactNode;
}) => (
  <span
    className={['nb-status', `nb-status--${tone}`, pill ? 'nb-status--pill' : '', quiet ? 'nb-status--quiet' : '']
      .filter(Boolean)
      .join(' ')}
  >
    <Shape tone={tone} />
    <span>{children ?? label}</span>
  </span>
);

/** A status with its reason one step away. */
export const StatusWithReason = ({ status, pill = false }: { status: Status; pill?: boolean }) => (
  <>
    <StatusTag status={status} pill={pill} /> <Reason of={status.label}>{status.reason}</Reason>
  </>
);

const arrows = { up: '↗', down: '↘', level: '→' } as const;

/** A direction of travel: the arrow says which way the figure moves, the words whether that is better. */
export const DirectionTag = ({ label, moves }: { label: string; moves: keyof typeof arrows | null }) => (
  <span className="nb-direction">
    <span className="nb-direction__arrow" aria-hidden="true">
      {moves === null ? '··' : arrows[moves]}
    </span>
    {label}
  </span>
);
