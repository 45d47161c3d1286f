import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { EntryGrid, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../../app/notice.ts';
import { trpc } from '../../../app/trpc.ts';
import { useChange } from '../../../app/use-change.ts';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { problemsOf, type Problems } from '../../../components/problems.ts';
import { TheirsBesideYours } from '../../../components/theirs-beside-yours.tsx';
import { EntryBar } from './entry-bar.tsx';
import { EntryTable } from './entry-table.tsx';
import { FindingsSection, summaryOf } from './findings-section.tsx';
import { cellId, findingsOf, hiddenDrafts, nameOf, readDrafts, savedOf, type Typed } from './read-drafts.ts';
import { noSaveDraft, SaveFields, type SaveDraft } from './save-fields.tsx';
import { useEntry } from './use-entry.ts';

/** What must be mended before anything is sent: sentences by the id of their field. */
const ownProblems = (typed: readonly Typed[], draft: SaveDraft, corrections: boolean): Problems => {
  const wrong = findingsOf(typed, true).map(({ at, finding }): [string, string] => [
    cellId(at.row.id, at.cell.month),
    `${nameOf(at)}: ${finding.sentence}`,
  ]);
  if (wrong.length > 0) return Object.fromEntries(wrong);
  const doubtful = findingsOf(typed, false).length > 0;
  return {
    ...(corrections && draft.reason.trim() === '' ? { reason: 'Say why the readings are corrected.' } : {}),
    ...(doubtful && !draft.checked
      ? { checked: 'Look at what is doubtful, then confirm that you have checked it.' }
      : {}),
    ...(savedOf(typed).length === 0 ? { '': 'Nothing differs from what stands already. Enter a reading first.' } : {}),
  };
};

const clashOf = (at: Typed) => ({
  key: cellId(at.row.id, at.cell.month),
  label: nameOf(at),
  theirs: at.cell.reading?.written ?? '',
  yours: at.draft.text,
});

const puts = (typed: readonly Typed[]) =>
  typed.map(({ row, cell }) => ({ measureId: row.id, month: cell.month, draft: null }));

/**
 * The grid with all that belongs to saving it: what was found, one reason and one tick for all, and the bar at the foot.
 * @param rows the measures that the filters leave
 * @param shown the month that a phone shows
 * @param onShow turns to a month, and with `all` puts the filters away
 */
export const EntryForm = ({
  grid,
  rows,
  shown,
  onShow,
}: {
  grid: EntryGrid;
  rows: readonly EntryRow[];
  shown: IsoDate;
  onShow: (month: IsoDate, all: boolean) => void;
}) => {
  const { noticeId, frame } = useNotice();
  const client = useQueryClient();
  const entry = useEntry(grid, rows, { noticeId, memberId: frame.who.memberId });
  const [draft, setDraft] = useState(noSaveDraft);
  const [own, setOwn] = useState<Problems>({});
  const { save, saving, refusal, forget } = useChange(trpc.reading.enter.mutationOptions());

  const typed = readDrafts(rows, entry.drafts, grid.today);
  const saved = savedOf(typed);
  // Where theirs reads as yours there is nothing to choose.
  const overtaken = saved.filter((each) => each.overtaken);
  const hidden = hiddenDrafts(typed, entry.drafts);
  const corrections = saved.some(({ read }) => read.outcome === 'correct');
  const found = typed.find(({ row, cell }) => cellId(row.id, cell.month) === entry.focus);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    forget();
    entry.hush();
    const problems = ownProblems(typed, draft, corrections);
    setOwn(problems);
    if (Object.keys(problems).length > 0) {
      // The summary leads to fields, and on a phone only those of one month are there.
      const [wrong] = findingsOf(typed, true);
      if (wrong) onShow(wrong.at.cell.month, false);
      return;
    }
    const receipt = await save({
      noticeId,
      rows: saved.map(({ row, cell: { periodStart, periodEnd }, draft: { text, over } }) => ({
        measureId: row.id,
        periodStart,
        periodEnd,
        value: text,
        corrects: over && { id: over.id, expectedVersion: over.version },
      })),
      state: draft.state,
      sourceTitle: draft.sourceTitle.trim() === '' ? null : draft.sourceTitle,
      checked: draft.checked,
      reason: corrections ? draft.reason : null,
    });
    if (receipt === null) {
      // Where somebody was faster, the grid shows theirs beside yours as soon as it is read again.
      await client.invalidateQueries(trpc.reading.grid.queryFilter());
      return;
    }
    entry.put(puts(typed));
    setDraft(noSaveDraft);
  };

  const problems =
    overtaken.length > 0 && refusal?.code === 'CONFLICT'
      ? own
      : problemsOf(['reason', 'checked', 'sourceTitle'], own, refusal);
  const go = (at: Typed) => {
    onShow(at.cell.month, false);
    // On a phone the field is there once its month is shown.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`#${CSS.escape(cellId(at.row.id, at.cell.month))}`)?.focus(),
    );
  };

  return (
    <form className="nb-entry-form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={problems} />
      {overtaken.length === 0 ? null : (
        <TheirsBesideYours
          by={overtaken.find(({ cell }) => cell.reading !== null)?.cell.reading?.by ?? null}
          fields={overtaken.map(clashOf)}
          onUseMine={() => {
            forget();
            entry.put(
              overtaken.map(({ row, cell: { month, reading }, draft: { text } }) => ({
                measureId: row.id,
                month,
                draft: { text, over: reading && { id: reading.id, version: reading.version } },
              })),
            );
          }}
          onUseTheirs={() => {
            forget();
            entry.put(puts(overtaken));
          }}
        />
      )}
      <EntryTable grid={grid} rows={rows} shown={shown} drafts={entry.drafts} typed={typed} acts={entry.acts} />
      <FindingsSection typed={typed} onGo={go} />
      <SaveFields
        draft={draft}
        corrections={corrections}
        doubtful={findingsOf(typed, false).length > 0}
        problems={problems}
        onChange={setDraft}
      />
      {hidden.count === 0 ? null : (
        <p className="nb-notice-line">
          {plural(hidden.count, 'value')} that you typed {hidden.count === 1 ? 'is' : 'are'} not shown, so{' '}
          {hidden.count === 1 ? 'it is' : 'they are'} not saved with these.{' '}
          <button type="button" className="nb-link-button" onClick={() => onShow(hidden.month ?? shown, true)}>
            Show {hidden.count === 1 ? 'it' : 'them'}
          </button>
        </p>
      )}
      <EntryBar
        {...entry.told}
        summary={summaryOf(saved, typed)}
        found={found ? found.read.findings.map(({ sentence }) => `${nameOf(found)}: ${sentence}`).join(' ') : null}
        step={entry.step}
        count={saved.length}
        any={Object.keys(entry.drafts).length > 0}
        saving={saving}
        onUndo={entry.undo}
        onDiscard={entry.discard}
      />
    </form>
  );
};
