import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { stayWhile } from '../app/stay.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { LeaveWarning } from './leave-warning.tsx';
import type { Problems } from './problems.ts';

/**
 * The form of one change: its problems, its fields, and the buttons that save or cancel it. Once something is typed in it, it is
 * not left without a question, nor when the session ends.
 * @param save the words of the button that saves
 * @param kind `warning` where the change takes something away
 * @param onSave checks what is entered and sends it
 */
export const ChangeForm = ({
  problems,
  save,
  kind = 'primary',
  saving,
  onSave,
  onCancel,
  children,
}: {
  problems: Problems;
  save: string;
  kind?: 'primary' | 'warning';
  saving: boolean;
  onSave: () => Promise<void>;
  onCancel: () => void;
  children: ReactNode;
}) => {
  const typed = useRef(false);
  const sending = useRef(false);
  // Also while it is sent: the answer may be that the session has ended.
  useEffect(() => stayWhile(() => typed.current), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // What was saved may lead to another page, which needs no question then.
    sending.current = true;
    await onSave();
    sending.current = false;
  };
  return (
    <form
      className="nb-form"
      noValidate
      onChange={() => {
        typed.current = true;
      }}
      onSubmit={(event) => void submit(event)}
    >
      <LeaveWarning unsaved={() => typed.current && !sending.current} />
      <ErrorSummary problems={problems} />
      {children}
      <div className="govuk-button-group">
        <Button type="submit" kind={kind} disabled={saving}>
          {save}
        </Button>
        <Button
          kind="secondary"
          onClick={() => {
            typed.current = false;
            onCancel();
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
};
