import { useEffect, useRef, useState } from 'react';
import { formatSize } from '@noticeboard/domain/words';

/** How long a download takes before its progress is shown, in milliseconds: a quick one shows none. */
const patience = 1000;

const broken = 'The archive could not be fetched. Check your connection, then try again.';

type Fetching =
  | { kind: 'none' }
  | { kind: 'under-way'; got: number; of: number }
  | { kind: 'refused'; sentence: string };

const save = (name: string, parts: BlobPart[]): void => {
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const sentenceOf = async (response: Response): Promise<string> => {
  const answer: unknown = await response.json().catch(() => null);
  return typeof answer === 'object' && answer !== null && 'sentence' in answer && typeof answer.sentence === 'string'
    ? answer.sentence
    : broken;
};

/** Fetches an archive; gives the sentence of its refusal, null where it was saved or given up. */
const download = async (
  address: string,
  name: string,
  signal: AbortSignal,
  onPart: (got: number, of: number) => void,
): Promise<string | null> => {
  try {
    const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
    if (!response.ok || !response.body) return await sentenceOf(response);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const of = Number(response.headers.get('content-length') ?? 0);
    let got = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      got += value.length;
      onPart(got, of);
    }
    save(name, parts);
    return null;
  } catch {
    return signal.aborted ? null : broken;
  }
};

/** Downloads an archive, with its progress where it takes longer than a second. `of` names it for those who hear "ZIP" alone. */
export const ArchiveLink = ({ address, name, of }: { address: string; name: string; of: string }) => {
  const [state, setState] = useState<Fetching>({ kind: 'none' });
  const [shown, setShown] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ kind: 'under-way', got: 0, of: 0 });
    const timer = setTimeout(() => setShown(true), patience);
    const sentence = await download(address, name, controller.signal, (got, all) =>
      setState({ kind: 'under-way', got, of: all }),
    );
    clearTimeout(timer);
    setShown(false);
    setState(sentence === null ? { kind: 'none' } : { kind: 'refused', sentence });
  };

  return (
    <>
      <button
        type="button"
        className="nb-link-button nb-no-print"
        disabled={state.kind === 'under-way'}
        onClick={() => void start()}
      >
        ZIP<span className="govuk-visually-hidden">: {of}</span>
      </button>
      <span role="status" className="nb-archive nb-no-print">
        {state.kind === 'refused' ? <span className="nb-archive__refused">{state.sentence}</span> : null}
        {state.kind === 'under-way' && shown ? (
          <>
            <label>
              Downloading{' '}
              <progress
                max={state.of || 1}
                value={state.of === 0 ? undefined : state.got}
                className="nb-archive__bar"
              />
            </label>{' '}
            {formatSize(state.got)}
            {state.of === 0 ? '' : ` of ${formatSize(state.of)}`}{' '}
            <button type="button" className="nb-link-button" onClick={() => stop.current?.abort()}>
              Stop
            </button>
          </>
        ) : null}
      </span>
    </>
  );
};
