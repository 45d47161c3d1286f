import { useBlocker } from '@tanstack/react-router';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';

/**
 * Asks before a page with unsaved changes is left, also by closing its tab.
 * @param unsaved asked when the page is about to be left
 */
export const LeaveWarning = ({ unsaved }: { unsaved: () => boolean }) => {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && unsaved(),
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Dialog open={status === 'blocked'} title="Leave without saving?" onClose={() => reset?.()}>
      <p>What you typed on this page has not been saved. It is lost if you leave.</p>
      <div className="govuk-button-group">
        <Button onClick={() => reset?.()}>Stay on this page</Button>
        <Button kind="secondary" onClick={() => proceed?.()}>
          Leave without saving
        </Button>
      </div>
    </Dialog>
  );
};
