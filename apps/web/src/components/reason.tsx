import type { ReactNode } from 'react';

/**
 * Why something is as it says, one step away.
 * @param of what it explains, for those who hear the word alone
 */
export const Reason = ({ of, label = 'Why', children }: { of: string; label?: string; children: ReactNode }) => (
  <details className="nb-reason">
    <summary>
      {label}
      <span className="govuk-visually-hidden">: {of}</span>
    </summary>
    <div className="nb-reason__words">{children}</div>
  </details>
);
