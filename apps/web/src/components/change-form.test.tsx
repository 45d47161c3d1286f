import { Link } from '@tanstack/react-router';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { mustStay } from '../app/stay.ts';
import { renderInApp } from '../testing/render-in-app.tsx';
import { ChangeForm } from './change-form.tsx';
import { FormPanel, OpenForm } from './form-panel.tsx';
import { TextInput } from './text-input.tsx';
import { useOpenForm } from './use-open-form.tsx';

// Neither jsdom's dialogs nor its scrolling are whole.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
Element.prototype.scrollIntoView = vi.fn<() => void>();
afterEach(cleanup);

const Reason = ({ onSave, onDone }: { onSave: () => Promise<void>; onDone: () => void }) => {
  const [reason, setReason] = useState('');
  return (
    <ChangeForm problems={{}} save="Save" saving={false} onSave={onSave} onCancel={onDone}>
      <TextInput id="reason" label="Reason" value={reason} onChange={setReason} />
    </ChangeForm>
  );
};

/** A section with a form of its own. */
const Part = ({ name, onSave }: { name: string; onSave: () => Promise<void> }) => {
  const { open, show, close, warning } = useOpenForm<string>();
  return (
    <section aria-label={name}>
      {warning}
      <OpenForm form={name} open={open} onOpen={show}>
        Open {name}
      </OpenForm>
      {open === null ? null : (
        <FormPanel form={name} title={`Form of ${name}`}>
          <Reason
            onSave={async () => {
              await onSave();
              close();
            }}
            onDone={close}
          />
        </FormPanel>
      )}
    </section>
  );
};

const openPage = async (onSave: () => Promise<void> = () => Promise.resolve()) => {
  await renderInApp(
    <>
      <Link to="/" search={{ asAt: '2023-05-12' } as never}>
        Turn back
      </Link>
      <Part name="evidence" onSave={onSave} />
      <Part name="update" onSave={onSave} />
    </>,
  );
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const type = (words: string) => userEvent.type(screen.getByLabelText('Reason'), words);

it('has one form open on a page, whose fields have ids of their own', async () => {
  await openPage();
  await press('Open evidence');
  await press('Open update');
  expect(screen.getByRole('heading', { name: 'Form of update' })).toBe(document.activeElement);
  expect(screen.getAllByLabelText('Reason')).toHaveLength(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('does not open another form over what is typed without asking', async () => {
  await openPage();
  await press('Open evidence');
  await type('Half a sentence');
  await press('Open update');
  await press('Stay on this page');
  expect(screen.getByLabelText('Reason')).toHaveProperty('value', 'Half a sentence');
  await press('Open update');
  await press('Open the other form');
  expect(screen.getByRole('heading', { name: 'Form of update' })).toBeDefined();
  expect(screen.getByLabelText('Reason')).toHaveProperty('value', '');
});

it('asks before what is typed is left, and not once it is cancelled', async () => {
  await openPage();
  await press('Open evidence');
  await type('Half a sentence');
  await userEvent.click(screen.getByRole('link', { name: 'Turn back' }));
  expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeDefined();
  await press('Stay on this page');
  expect(screen.getByLabelText('Reason')).toHaveProperty('value', 'Half a sentence');
  await press('Cancel');
  await userEvent.click(screen.getByRole('link', { name: 'Turn back' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('holds the app on the page while something is typed, also while it is sent', async () => {
  let held: boolean | null = null;
  await openPage(() => {
    held = mustStay();
    return Promise.resolve();
  });
  await press('Open evidence');
  expect(mustStay()).toBe(false);
  await type('Words');
  expect(mustStay()).toBe(true);
  await press('Save');
  expect(held).toBe(true);
  expect(mustStay()).toBe(false);
});
