import { useEffect, useId, useRef, type ReactNode } from 'react';

/** A native dialog over the page, or at its right `side`. Escape and the browser's back gesture close it through `onClose`. */
export const Dialog = ({
  open,
  title,
  side = false,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  side?: boolean;
  onClose: () => void;
  children: ReactNode;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={side ? 'nb-dialog nb-dialog--side' : 'nb-dialog'}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <h2 className="govuk-heading-m" id={titleId}>
        {title}
      </h2>
      {open ? children : null}
    </dialog>
  );
};
