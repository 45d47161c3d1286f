import type { ReactNode } from 'react';

/** A figure that a page opens with: "19 of 116", its mark, and what it says. Several stand in `KeyFigures`. */
export const KeyFigure = ({
  value,
  of,
  marks,
  children,
}: {
  value: string;
  of?: string | undefined;
  marks?: ReactNode;
  children: ReactNode;
}) => (
  <div className="nb-key-figure">
    <p className="nb-key-figure__value">
      {value} {of === undefined ? null : <span className="nb-key-figure__of">of {of}</span>} {marks}
    </p>
    <p className="nb-key-figure__words">{children}</p>
  </div>
);

/** A row of key figures. */
export const KeyFigures = ({ children }: { children: ReactNode }) => <div className="nb-key-figures">{children}</div>;
