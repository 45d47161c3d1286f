import type { ReactNode } from 'react';
import { Header } from './header.tsx';

/** A page outside any notice: the header and its content. */
export const PageFrame = ({ children }: { children: ReactNode }) => (
  <>
    <Header />
    <main className="govuk-width-container nb-main" id="main" tabIndex={-1}>
      {children}
    </main>
  </>
);
