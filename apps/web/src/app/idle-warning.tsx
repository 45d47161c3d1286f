import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { onContact, readLastContact } from './last-contact.ts';
import { mustStay } from './stay.ts';
import { trpc } from './trpc.ts';

const minute = 60_000;
const warnAfter = 25 * minute;

/** Warns, five minutes before an idle session ends, and offers to stay signed in. */
export const IdleWarning = () => {
  const client = useQueryClient();
  const lastContact = useSyncExternalStore(onContact, readLastContact);
  const [warnedOf, setWarnedOf] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setWarnedOf(lastContact), Math.max(0, lastContact + warnAfter - Date.now()));
    return () => clearTimeout(timer);
  }, [lastContact]);
  return (
    <Dialog
      open={warnedOf === lastContact}
      title="You will be signed out in 5 minutes"
      onClose={() => setWarnedOf(null)}
    >
      <p>
        You have not used Noticeboard for 25 minutes.
        {mustStay()
          ? ' What you typed stays on this page, but it can’t be saved until you sign in again, in another tab.'
          : ''}
      </p>
      <Button onClick={() => void client.refetchQueries(trpc.session.me.queryFilter())}>Stay signed in</Button>
    </Dialog>
  );
};
