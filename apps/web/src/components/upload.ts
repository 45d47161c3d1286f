/** Sends one file of evidence ahead of the form that names it, with its progress. */
import { useEffect, useRef, useState } from 'react';
import { formatSize } from '@noticeboard/domain/words';

/** What the server took in, for the change that names it. */
type Sent = { uploadId: string; name: string; bytes: number };

/** Where the file of a form stands. `share` runs from 0 to 1. */
type UploadState =
  | { kind: 'none' }
  | { kind: 'sending'; name: string; share: number }
  | { kind: 'sent'; file: Sent }
  | { kind: 'refused'; name: string; sentence: string };

export type Uploading = {
  state: UploadState;
  /** How often a file was taken out: the browser's own field is made anew each time. */
  emptied: number;
  /** Sends a file in place of the one before; null takes it out of the form. */
  choose: (file: File | null) => void;
  /** Waits until the file is there, and gives it, or the sentence of its refusal; null where none was chosen. */
  ready: () => Promise<Sent | string | null>;
};

/** Larger ones are refused here already: a server that stops reading looks like a broken connection. */
const mostBytes = 15_000_000;

const broken = 'The file could not be sent. Check your connection, then choose it again.';

const isAnswer = (answer: unknown): answer is Partial<Sent & { sentence: string }> =>
  typeof answer === 'object' && answer !== null;

/** Gives what the server said of a file: what it took, or the sentence of its refusal. */
const readAnswer = (status: number, text: string): Sent | string => {
  let answer: unknown = null;
  try {
    answer = JSON.parse(text);
  } catch {
    return broken;
  }
  if (!isAnswer(answer)) return broken;
  const { uploadId, name, bytes, sentence } = answer;
  if (status < 300 && uploadId !== undefined && name !== undefined && bytes !== undefined)
    return { uploadId, name, bytes };
  return sentence ?? broken;
};

/** A file on its way. `fetch` says nothing of what was sent so far, so it goes the old way. */
const send = (
  noticeId: string,
  file: File,
  onShare: (share: number) => void,
): { answer: Promise<Sent | string>; stop: () => void } => {
  if (file.size === 0) return { answer: Promise.resolve('This file is empty. Choose another one.'), stop: () => {} };
  if (file.size > mostBytes) {
    const sentence = `This file has ${formatSize(file.size)}. A file may have ${formatSize(mostBytes)} at most: make it smaller, or give a web address.`;
    return { answer: Promise.resolve(sentence), stop: () => {} };
  }
  const request = new XMLHttpRequest();
  const answer = new Promise<Sent | string>((resolve) => {
    request.addEventListener('load', () => resolve(readAnswer(request.status, request.responseText)));
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => resolve(broken));
  });
  request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 1 : loaded / total));
  request.open('POST', `/api/notices/${encodeURIComponent(noticeId)}/files`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
  request.send(file);
  return { answer, stop: () => request.abort() };
};

/** Keeps the file of one form: it is sent as soon as it is chosen, while the rest of the form is typed. */
export const useUpload = (noticeId: string): Uploading => {
  const [state, setState] = useState<UploadState>({ kind: 'none' });
  const [emptied, setEmptied] = useState(0);
  const current = useRef<{ sent: Promise<Sent | string>; stop: () => void } | null>(null);
  useEffect(() => () => current.current?.stop(), []);
  return {
    state,
    emptied,
    choose: (file) => {
      const before = current.current;
      current.current = null;
      before?.stop();
      setState(file === null ? { kind: 'none' } : { kind: 'sending', name: file.name, share: 0 });
      if (file === null) {
        setEmptied((count) => count + 1);
        return;
      }
      const { answer, stop } = send(noticeId, file, (share) => {
        if (current.current === mine) setState({ kind: 'sending', name: file.name, share });
      });
      const finish = async (): Promise<Sent | string> => {
        const said = await answer;
        // Another file may have been chosen meanwhile.
        if (current.current === mine)
          setState(
            typeof said === 'string'
              ? { kind: 'refused', name: file.name, sentence: said }
              : { kind: 'sent', file: said },
          );
        return said;
      };
      const mine = { sent: finish(), stop };
      current.current = mine;
    },
    ready: async () => (await current.current?.sent) ?? null,
  };
};
