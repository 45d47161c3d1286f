import type { ReactNode } from 'react';

/** Words are set smaller than figures, which would break them on a phone. */
const sizeOf = (value: string | null): string => {
  if (value === null) return ' nb-key-figure__value--unknown';
  return value.length > 9 ? ' nb-key-figure__value--words' : '';
};

/**
 * A figure that a page opens with: "19 of 116", its mark, and what it says. Several stand in `KeyFigures`.
 * @param value null where it is not known, which stands back behind the figures that are
 */
export const KeyFigure = ({
  value,
  of,
  marks,
  children,
}: {
  value: string | null;
  of?: string | undefined;
  marks?: ReactNode;
  children: ReactNode;
}) => (
  <div className="nb-key-figure">
    <p className={`nb-key-figure__value${sizeOf(value)}`}>
      {value ?? 'Not known'} {of === undefined ? null : <span className="nb-key-figure__of">of {of}</span>} {marks}
    </p>
    <p className="nb-key-figure__words">{children}</p>
  </div>
);

/** A row of key figures. */
export const KeyFigures = ({ children }: { children: ReactNode }) => <div className="nb-key-figures">{children}</div>;
