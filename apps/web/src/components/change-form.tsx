import type { FormEvent, ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { Problems } from './problems.ts';

/**
 * The form of one change: its problems, its fields, and the buttons that save or cancel it.
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave();
  };
  return (
    <form className="nb-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      {children}
      <div className="govuk-button-group">
        <Button type="submit" kind={kind} disabled={saving}>
          {save}
        </Button>
        <Button kind="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
