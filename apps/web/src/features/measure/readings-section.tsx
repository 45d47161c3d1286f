import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeasureView } from '@noticeboard/domain/views/measure';
import type { MeasureRow } from '@noticeboard/domain/views/measure-readings';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Button } from '../../components/button.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { ReadingForm } from './reading-form.tsx';
import { PutBackReading, SetAsideReading, WithdrawReading } from './choose-reading.tsx';
import { readingColumns, type RowAct } from './reading-columns.tsx';

/** What is being done to the readings: nothing, adding one, or something to one of them. */
type Doing = { what: 'add' } | { what: RowAct; key: string } | null;

/** Of more rows than this the newest come first: nobody scrolls past years to see this month. */
const mostInOrder = 24;

const titles = {
  add: 'Add a reading',
  correct: 'Correct a reading',
  withdraw: 'Withdraw a reading',
  setAside: 'Set a reading aside',
  putBack: 'Use a reading again',
} as const;

const forms = { withdraw: WithdrawReading, setAside: SetAsideReading, putBack: PutBackReading } as const;

const Form = ({ doing, view, onDone }: { doing: NonNullable<Doing>; view: MeasureView; onDone: () => void }) => {
  const row = doing.what === 'add' ? undefined : view.rows.find(({ key }) => key === doing.key);
  const reading = row?.reading ?? null;
  const OfRow = doing.what === 'add' || doing.what === 'correct' ? null : forms[doing.what];
  const name = row ? `${titles[doing.what]}: ${row.figure ?? ''}, ${row.period}` : titles[doing.what];
  return (
    <div className="nb-doing">
      {/* Whoever pressed the button goes on here. */}
      <h3 className="govuk-heading-s" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {name}
      </h3>
      {OfRow && row && reading ? (
        <OfRow row={row} reading={reading} onDone={onDone} />
      ) : (
        <ReadingForm view={view} before={reading} onDone={onDone} />
      )}
    </div>
  );
};

const Conflicts = ({ conflicts, undecided, symbols }: Pick<MeasureView, 'conflicts' | 'undecided' | 'symbols'>) => (
  <>
    {undecided.map((words) => (
      <p key={words} className="nb-conflict">
        <strong>Sources conflict:</strong> {words}. Nothing is judged by either until the programme office sets one
        aside.
      </p>
    ))}
    {conflicts.map(({ reason, readings }) => (
      <p key={reason} className="nb-conflict">
        <strong>Disputed:</strong> {readings.join('; ')}. {reason}
      </p>
    ))}
    {symbols.length === 0 ? null : <p className="nb-meta">Symbols: {symbols.join('; ')}.</p>}
  </>
);

/** Every reading and target of the measure, with what its owner may do to them. */
export const ReadingsSection = ({ view }: { view: MeasureView }) => {
  const { noticeId, input } = useNotice();
  const [doing, setDoing] = useState<Doing>(null);
  const { line, rows, withdrawnOn } = view;
  const allowed = useMay('reading.write', line.subject);
  const mayWrite = allowed && withdrawnOn === null;
  const mayChoose = useMay('plan.edit') && withdrawnOn === null;
  const { data } = useQuery(trpc.measure.corrections.queryOptions({ ...input, id: line.id }));
  const act = (what: RowAct, row: MeasureRow) => setDoing({ what, key: row.key });
  const columns = readingColumns({ mayWrite, mayChoose, act, revised: data?.revised ?? [] });
  return (
    <Section
      title="Readings and targets"
      links={
        <>
          <CsvLink name={`measure-${line.code}`} of="readings and targets" columns={csvColumns(columns)} rows={rows} />
          <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ entity: 'measure', id: line.id }}>
            History<span className="govuk-visually-hidden"> of this measure</span>
          </Link>
        </>
      }
    >
      {mayWrite && doing === null ? (
        <div className="nb-no-print">
          <Button onClick={() => setDoing({ what: 'add' })}>Add a reading</Button>
        </div>
      ) : null}
      {doing === null ? null : (
        <Form
          key={doing.what === 'add' ? 'add' : `${doing.what}-${doing.key}`}
          doing={doing}
          view={view}
          onDone={() => setDoing(null)}
        />
      )}
      <div className="nb-measure-readings">
        <DataTable
          caption={`Readings and targets of ${line.code} ${line.title}`}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          sortName="readings"
          pageSize={60}
          {...(rows.length > mostInOrder ? { defaultSort: '-period' } : {})}
          empty={
            <EmptyState>
              <p>No reading and no target is recorded. Nobody can say whether this gets better.</p>
            </EmptyState>
          }
        />
      </div>
      <Conflicts conflicts={view.conflicts} undecided={view.undecided} symbols={view.symbols} />
    </Section>
  );
};
