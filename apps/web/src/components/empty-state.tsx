import type { ReactNode } from 'react';

/** Says that there is nothing, why, and what to do: never a bare gap. */
export const EmptyState = ({ children }: { children: ReactNode }) => <div className="nb-empty">{children}</div>;
