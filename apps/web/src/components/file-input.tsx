import { formatSize } from '@noticeboard/domain/words';
import { type FieldProps, describedBy, LabelledGroup } from './form-group.tsx';
import type { Uploading } from './upload.ts';

const Standing = ({ id, upload: { state, choose } }: { id: string; upload: Uploading }) => {
  if (state.kind === 'sending') {
    const percent = Math.round(state.share * 100);
    return (
      <p className="nb-upload">
        <label htmlFor={`${id}-progress`}>Sending {state.name}</label>{' '}
        <progress id={`${id}-progress`} className="nb-upload__bar" max={100} value={percent} /> {percent}%{' '}
        <button type="button" className="nb-link-button" onClick={() => choose(null)}>
          Stop
        </button>
      </p>
    );
  }
  if (state.kind === 'none') return null;
  return (
    <p className="nb-upload">
      {state.kind === 'sent' ? (
        <>
          <strong>{state.file.name}</strong>, {formatSize(state.file.bytes)}, is sent.{' '}
        </>
      ) : (
        <>
          <strong>{state.name}</strong> is not taken.{' '}
        </>
      )}
      <button type="button" className="nb-link-button" onClick={() => choose(null)}>
        Take it out
      </button>
    </p>
  );
};

/**
 * Chooses a file and sends it at once, with its progress; a refusal stands beside the field.
 * @param onName is given the name of a file that was chosen
 */
export const FileInput = ({
  id,
  label,
  hint,
  error,
  upload,
  onName,
}: FieldProps & { upload: Uploading; onName: (name: string) => void }) => {
  const { state, emptied, choose } = upload;
  const wrong = state.kind === 'refused' ? `${state.name}: ${state.sentence}` : error;
  return (
    <LabelledGroup id={id} label={label} hint={hint} error={wrong}>
      <input
        key={emptied}
        className={wrong === undefined ? 'govuk-file-upload' : 'govuk-file-upload govuk-file-upload--error'}
        id={id}
        name={id}
        type="file"
        aria-describedby={describedBy({ id, hint, error: wrong }, `${id}-standing`)}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          choose(file ?? null);
          if (file) onName(file.name);
        }}
      />
      <div id={`${id}-standing`} role="status">
        <Standing id={id} upload={upload} />
      </div>
    </LabelledGroup>
  );
};
