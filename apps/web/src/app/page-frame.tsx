import type { ReactNode } from 'react';
import { Header } from './header.tsx';

/** A page outside any notice: the header, what stands under it, and its content. */
export const PageFrame = ({ bar, children }: { bar?: ReactNode; children: ReactNode }) => (
  <>
    <Header />
    {bar}
    <main className="govuk-width-container nb-main" id="main" tabIndex={-1}>
      {children}
    </main>
  </>
);
