import { useEffect, useRef, useState } from 'react';
import type { Focus } from '@noticeboard/domain/focus';
import type { ActionLine } from '@noticeboard/domain/views/action-list';
import type { FocusView } from '@noticeboard/domain/views/focus';
import { formatDate, formatNumber } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { LeaveWarning } from '../../components/leave-warning.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import type { Picking } from './focus-pick.ts';
import { hasRoom } from './register-filters.tsx';
import { useSeenVersion } from '../../components/seen-version.ts';

export const pickButtonId = 'open-focus';

/** The focus list while it is picked: how many are in it, which, and the buttons that save or leave it. */
export const FocusBar = ({
  focus,
  picking,
  lines,
  onDone,
}: {
  focus: FocusView;
  picking: Picking;
  lines: readonly ActionLine[];
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.focus.set.mutationOptions());
  // As it stood when picking began: another person's list must not be overwritten unseen.
  const [opened] = useState(focus);
  const [open] = useState(hasRoom);
  const { current: newer, version, see } = useSeenVersion(refusal, opened.editing.version);
  const current = newer as Focus | null;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    return () => document.querySelector<HTMLElement>(`#${pickButtonId}`)?.focus();
  }, []);
  const { chosen, full, toggle } = picking;
  const touched =
    chosen.length !== opened.editing.actionIds.length || chosen.some((id) => !opened.editing.actionIds.includes(id));
  const { period, most, editing } = opened;
  if (period === null) return null;
  const codeOf = new Map(lines.map(({ id, code }) => [id, code]));
  const codes = (ids: readonly string[]): string => ids.map((id) => codeOf.get(id) ?? id).join(', ');
  const said = current ? null : (full ?? refusal?.sentence ?? null);

  const send = async () => {
    see();
    const input = { noticeId, periodEnd: period.closesOn, expectedVersion: version, actionIds: [...chosen] };
    if (await save(input)) onDone();
  };

  return (
    <section className="nb-focus-bar nb-no-print" aria-labelledby="focus-bar">
      <LeaveWarning unsaved={() => touched} />
      <div>
        <h2 className="govuk-heading-s" id="focus-bar" tabIndex={-1} ref={heading}>
          Focus list: {formatNumber(chosen.length, 0)} of {formatNumber(most, 0)} chosen
        </h2>
        <p className="nb-meta">
          For the reporting period that closes on {formatDate(period.closesOn)}.
          {editing.from === null ? '' : ` It starts from the list of the period to ${formatDate(editing.from)}.`}
        </p>
        {current ? (
          <TheirsBesideYours
            by={refusal?.by ?? null}
            fields={[{ key: 'actionIds', label: 'Actions', theirs: codes(current.actionIds), yours: codes(chosen) }]}
            onUseMine={() => void send()}
            onUseTheirs={() => {
              forget();
              onDone();
            }}
          />
        ) : null}
        {chosen.length === 0 ? (
          <p>Tick the actions that the board looks at.</p>
        ) : (
          <details open={open}>
            <summary>The chosen ones</summary>
            <ul className="nb-focus-bar__chosen">
              {chosen.map((id) => (
                <li key={id}>
                  <button type="button" className="nb-link-button" onClick={() => toggle(id)}>
                    {codeOf.get(id) ?? id}
                    <span aria-hidden="true"> ×</span>
                    <span className="govuk-visually-hidden"> out of the focus list</span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
        <div role="alert">{said === null ? null : <p className="govuk-error-message">{said}</p>}</div>
      </div>
      <div className="govuk-button-group">
        <Button disabled={saving} onClick={() => void send()}>
          Save focus list
        </Button>
        <Button kind="secondary" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </section>
  );
};
