import { Outlet } from '@tanstack/react-router';
import { FlashKeeper } from './flash.tsx';

/** What every page stands in. */
export const Root = () => (
  <FlashKeeper>
    <a href="#main" className="govuk-skip-link">
      Skip to main content
    </a>
    <Outlet />
  </FlashKeeper>
);
