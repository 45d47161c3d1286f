import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { stayWhile } from '../app/stay.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks whether what is typed is to be lost. */
export const LeaveDialog = ({
  open,
  title,
  leave,
  onStay,
  onLeave,
}: {
  open: boolean;
  title: string;
  /** The words of the button that loses it. */
  leave: string;
  onStay: () => void;
  onLeave: () => void;
}) => (
  <Dialog open={open} title={title} onClose={onStay}>
    <p>What you typed on this page has not been saved. It is lost if you go on.</p>
    <div className="govuk-button-group">
      <Button onClick={onStay}>Stay on this page</Button>
      <Button kind="secondary" onClick={onLeave}>
        {leave}
      </Button>
    </div>
  </Dialog>
);

/**
 * Asks before a page with unsaved changes is left, or turned back to another day, also by closing its tab. Until then the app
 * stays there when the session ends.
 * @param unsaved asked when the page is about to be left
 */
export const LeaveWarning = ({ unsaved }: { unsaved: () => boolean }) => {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      (current.pathname !== next.pathname || current.search.asAt !== next.search.asAt) && unsaved(),
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  useEffect(() => stayWhile(unsaved), [unsaved]);
  return (
    <LeaveDialog
      open={status === 'blocked'}
      title="Leave without saving?"
      leave="Leave without saving"
      onStay={() => reset?.()}
      onLeave={() => proceed?.()}
    />
  );
};
