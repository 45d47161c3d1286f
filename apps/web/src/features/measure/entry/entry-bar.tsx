import { Button } from '../../../components/button.tsx';
import type { StepName } from './entry-drafts.ts';

const undo = { paste: 'Undo paste', discard: 'Undo discard' } as const satisfies Record<StepName, string>;

/**
 * The bar that stays at the foot: what is typed, what was found in the cell that has the focus, and what can be done.
 * @param message what a paste came to; spoken
 * @param wrong whether the message says that nothing was done
 */
export const EntryBar = ({
  summary,
  found,
  message,
  wrong,
  step,
  count,
  any,
  saving,
  onUndo,
  onDiscard,
}: {
  summary: string;
  found: string | null;
  message: string;
  wrong: boolean;
  step: StepName | null;
  count: number;
  any: boolean;
  saving: boolean;
  onUndo: () => void;
  onDiscard: () => void;
}) => (
  <div className="nb-entry-bar nb-no-print">
    <div className="nb-entry-bar__words">
      <p className={wrong ? 'nb-entry-bar__wrong' : undefined} role="status">
        {message}
      </p>
      <p>
        <strong>{summary}</strong> <span className="nb-entry-bar__found">{found}</span>
      </p>
    </div>
    <div className="nb-entry-bar__acts">
      {step === null ? null : (
        <button type="button" className="nb-link-button" onClick={onUndo}>
          {undo[step]}
        </button>
      )}
      {any ? (
        <button type="button" className="nb-link-button" onClick={onDiscard}>
          Discard<span className="govuk-visually-hidden"> what is typed</span>
        </button>
      ) : null}
      <Button type="submit" disabled={saving}>
        {count === 0 ? 'Save' : `Save ${count === 1 ? '1 reading' : `${count} readings`}`}
      </Button>
    </div>
  </div>
);
