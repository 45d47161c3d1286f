import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileInput } from './file-input.tsx';
import { useUpload } from './upload.ts';

/** A request that sends nothing: the test says what becomes of it. */
const aRequest = () =>
  Object.assign(new EventTarget(), {
    upload: new EventTarget(),
    open: vi.fn<(method: string, url: string) => void>(),
    setRequestHeader: vi.fn<(name: string, value: string) => void>(),
    send: vi.fn<(file: File) => void>(),
    abort: vi.fn<() => void>(),
    status: 0,
    responseText: '',
  });
let request = aRequest();

beforeEach(() => {
  vi.stubGlobal(
    'XMLHttpRequest',
    vi.fn<() => typeof request>(function make() {
      request = aRequest();
      return request;
    }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const Form = () => {
  const upload = useUpload('kent-2023');
  const [said, setSaid] = useState('');
  const [name, setName] = useState('');
  const save = async () => setSaid(JSON.stringify(await upload.ready()));
  return (
    <main>
      <FileInput id="uploadId" label="File" hint="PDF or CSV" upload={upload} onName={setName} />
      <button type="button" onClick={() => void save()}>
        Save
      </button>
      <p>
        Chosen {name}, saved {said}
      </p>
    </main>
  );
};

const choose = (file: File) => userEvent.upload(screen.getByLabelText('File'), file);
const aFile = (size = 34, name = 'parents’ survey.csv') => new File(['x'.repeat(size)], name, { type: 'text/csv' });
const answer = (status: number, body: string) =>
  act(async () => {
    Object.assign(request, { status, responseText: body });
    request.dispatchEvent(new Event('load'));
    await Promise.resolve();
  });

it('sends a file as soon as it is chosen, says how far it is, and waits for it when the form is saved', async () => {
  const { container } = render(<Form />);
  await choose(aFile());
  expect(request.open).toHaveBeenCalledWith('POST', '/api/notices/kent-2023/files');
  expect(request.setRequestHeader.mock.calls).toEqual([
    ['content-type', 'application/octet-stream'],
    ['x-file-name', 'parents%E2%80%99%20survey.csv'],
  ]);
  act(() => {
    request.upload.dispatchEvent(new ProgressEvent('progress', { loaded: 17, total: 34 }));
  });
  expect(screen.getByRole('progressbar', { name: 'Sending parents’ survey.csv' })).toHaveProperty('value', 50);
  expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const sent = { uploadId: 'upload-1', name: 'parents’ survey.csv', bytes: 34 };
  await answer(200, JSON.stringify({ ...sent, mediaType: 'text/csv' }));
  expect(screen.getByRole('status').textContent).toContain('parents’ survey.csv, 34 bytes, is sent.');
  expect(screen.getByText(/^Chosen/).textContent).toBe(`Chosen parents’ survey.csv, saved ${JSON.stringify(sent)}`);
});

it.each([
  ['the server', 415, '{"code":"BAD_REQUEST","sentence":"This file is a program."}', 'This file is a program.'],
  ['a proxy', 502, '<h1>Bad gateway</h1>', 'The file could not be sent. Check your connection, then choose it again.'],
])('shows the sentence of a refusal of %s beside the field', async (_who, status, body, sentence) => {
  render(<Form />);
  await choose(aFile());
  await answer(status, body);
  expect(screen.getByLabelText('File').getAttribute('aria-describedby')).toContain('uploadId-error');
  expect(screen.getByText(new RegExp(`: ${sentence}$`)).textContent).toContain('parents’ survey.csv');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/^Chosen/).textContent).toContain(`saved ${JSON.stringify(sentence)}`);
});

it('is done with a refused file once it is taken out, as its sentence advises', async () => {
  render(<Form />);
  await choose(aFile());
  await answer(415, '{"code":"BAD_REQUEST","sentence":"This file is a program. Give a web address."}');
  await userEvent.click(screen.getByRole('button', { name: 'Take it out' }));
  expect(screen.queryByText(/This file is a program/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/^Chosen/).textContent).toContain('saved null');
});

it('sends neither an empty file nor one that is too large', async () => {
  render(<Form />);
  await choose(aFile(0));
  expect(await screen.findByText(/This file is empty. Choose another one.$/)).toBeDefined();
  const large = aFile(1);
  Object.defineProperty(large, 'size', { value: 16_000_000 });
  await choose(large);
  expect(
    await screen.findByText(/This file has 16.0 MB. A file may have 15.0 MB at most: make it smaller/),
  ).toBeDefined();
  expect(XMLHttpRequest).not.toHaveBeenCalled();
});

it('takes a file out again, also while it is on its way', async () => {
  render(<Form />);
  await choose(aFile());
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(request.abort).toHaveBeenCalled();
  expect(screen.queryByRole('progressbar')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/^Chosen/).textContent).toContain('saved null');
});
