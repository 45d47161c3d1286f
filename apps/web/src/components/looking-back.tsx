import { Link } from '@tanstack/react-router';
import { EmptyState } from './empty-state.tsx';

/** What stands in place of a form while an earlier day is looked at. */
export const LookingBack = () => (
  <EmptyState>
    You are looking back, so nothing can be changed here.{' '}
    <Link to="." search={(previous: object) => ({ ...previous, asAt: undefined })} className="govuk-link">
      Return to today
    </Link>
  </EmptyState>
);
