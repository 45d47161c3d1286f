import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Panel } from './columns.tsx';

const buttonId = (key: string) => `open-${key}`;

/** Opens one of the forms of a page. The focus comes back to it when the form is closed. */
export const OpenForm = <Key extends string>({
  form,
  open,
  onOpen,
  primary = false,
  children,
}: {
  form: Key;
  open: Key | null;
  onOpen: (form: Key) => void;
  primary?: boolean;
  children: ReactNode;
}) => (
  <Button
    id={buttonId(form)}
    kind={primary ? 'primary' : 'secondary'}
    aria-expanded={open === form}
    onClick={() => onOpen(form)}
  >
    {children}
  </Button>
);

/** Holds an open form under its title, and takes the focus to it. */
export const FormPanel = ({ form, title, children }: { form: string; title: string; children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.closest('.nb-panel')?.scrollIntoView({ block: 'nearest' });
    return () => (document.querySelector<HTMLElement>(`#${buttonId(form)}`) ?? document.querySelector('h1'))?.focus();
  }, [form]);
  return (
    <div className="nb-form-panel">
      <Panel>
        <h2 className="govuk-heading-m" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {children}
      </Panel>
    </div>
  );
};
