import { useState } from 'react';
import { keysOf, marks, units } from '@noticeboard/domain/scales';
import type { BenchmarkLine, MeasureView } from '@noticeboard/domain/views/measure';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { ChangeForm } from '../../components/change-form.tsx';
import { Select } from '../../components/choices.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Section } from '../../components/section.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { OneReasonForm } from './one-reason-form.tsx';
import { PeriodFields } from './period-fields.tsx';
import { partsOfPeriod, readPeriod } from './periods.ts';

const empty = { place: '', value: '', sourceTitle: '', sourceUrl: '', mark: 'published' as const };
type Draft = { [Name in keyof typeof empty]: string };

const AddBenchmark = ({ view: { form, line }, onDone }: { view: MeasureView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const [draft, setDraft] = useState<Draft>(empty);
  const [period, setPeriod] = useState(() => partsOfPeriod(null, null));
  const [own, setOwn] = useState<Problems>({});
  const { save, saving, refusal, forget } = useChange(trpc.benchmark.add.mutationOptions());
  const fields = ['place', 'periodStart', 'periodEnd', 'value', 'sourceTitle', 'sourceUrl'];
  const problems = problemsOf(fields, own, refusal);
  const text = (name: keyof Draft) => ({
    id: name,
    value: draft[name],
    error: problems[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const onSave = async () => {
    forget();
    const read = readPeriod(form.basis, period, form.resetMonth);
    if ('error' in read) return setOwn({ [read.field]: read.error });
    setOwn({});
    const { place, value, sourceTitle, sourceUrl, mark } = draft;
    const receipt = await save({
      noticeId,
      measureId: line.id,
      place,
      value,
      ...read,
      mark: keysOf(marks).find((each) => each === mark) ?? 'own',
      sourceTitle: sourceTitle.trim() === '' ? null : sourceTitle,
      sourceUrl: sourceUrl.trim() === '' ? null : sourceUrl,
      reason: `${place} added beside the measure`,
    });
    if (receipt) onDone();
  };
  const wrong = (['periodEnd', 'periodStart'] as const).find((field) => problems[field] !== undefined);
  return (
    <ChangeForm problems={problems} save="Save the value" saving={saving} onSave={onSave} onCancel={onDone}>
      <div className="nb-form__columns">
        <div>
          <TextInput {...text('place')} label="Place" hint="Such as England, the region or a neighbour" width={20} />
          <PeriodFields
            basis={form.basis}
            value={period}
            error={wrong === undefined ? undefined : { field: wrong, sentence: problems[wrong] ?? '' }}
            onChange={setPeriod}
          />
          <TextInput
            {...text('value')}
            label="Value"
            width={10}
            suffix={units[form.unit].suffix.trim() || undefined}
            autoComplete="off"
          />
        </div>
        <div>
          <TextInput {...text('sourceTitle')} label="Source" hint="Where the figure can be checked" />
          <TextInput {...text('sourceUrl')} label="Web address of the source (optional)" autoComplete="off" />
          <Select
            id="mark"
            label="Mark"
            value={draft.mark}
            choices={keysOf(marks).map((value) => ({ value, label: marks[value].label }))}
            onChange={(mark) => setDraft({ ...draft, mark })}
          />
        </div>
      </div>
    </ChangeForm>
  );
};

const WithdrawBenchmark = ({ benchmark, onDone }: { benchmark: BenchmarkLine; onDone: () => void }) => (
  <OneReasonForm
    row={benchmark}
    change={useChange(trpc.benchmark.withdraw.mutationOptions())}
    question="Why is it withdrawn?"
    save="Withdraw the value"
    kind="warning"
    onDone={onDone}
  >
    <p>
      {benchmark.place}, {benchmark.words} for {benchmark.period}. It leaves the chart and stays in the history.
    </p>
  </OneReasonForm>
);

const columnsOf = (onWithdraw: ((id: string) => void) | null): Column<BenchmarkLine>[] => [
  { key: 'place', head: 'Place', rowHead: true, cell: ({ place }) => place, csv: ({ place }) => place },
  {
    key: 'value',
    head: 'Value',
    narrowHead: 'Value:',
    numeric: true,
    cell: ({ words }) => words,
    csv: ({ value }) => value,
  },
  { key: 'period', head: 'Period', narrowHead: '', cell: ({ period }) => period, csv: ({ period }) => period },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ source, place, period }) => <SourceDetails source={source} of={`${place}, ${period}`} />,
    csv: ({ source }) => source.title,
  },
  ...(onWithdraw === null
    ? []
    : [
        {
          key: 'change',
          head: 'Change',
          narrowHead: '',
          cell: ({ id, place, period }: BenchmarkLine) => (
            <button type="button" className="nb-link-button" onClick={() => onWithdraw(id)}>
              Withdraw
              <span className="govuk-visually-hidden">
                {' '}
                {place}, {period}
              </span>
            </button>
          ),
        },
      ]),
];

const toHeading = (heading: HTMLElement | null) => heading?.focus();

/** What other places have for the measure, over time, and the form of who may add to it. Nothing where nobody has or may. */
export const BenchmarksSection = ({ view }: { view: MeasureView }) => {
  const [doing, setDoing] = useState<'add' | { withdraw: string } | null>(null);
  const { benchmarks, line } = view;
  const mayEdit = useMay('plan.edit') && view.withdrawnOn === null;
  const withdrawn = doing !== null && doing !== 'add' ? benchmarks.find(({ id }) => id === doing.withdraw) : undefined;
  const columns = columnsOf(mayEdit && doing === null ? (id) => setDoing({ withdraw: id }) : null);
  const done = () => setDoing(null);
  if (benchmarks.length === 0 && !mayEdit) return null;
  return (
    <Section
      title="Other places"
      links={
        benchmarks.length === 0 ? undefined : (
          <CsvLink
            name={`other-places-${line.code}`}
            of="other places"
            columns={csvColumns(columns)}
            rows={benchmarks}
          />
        )
      }
    >
      {doing === null ? null : (
        <div className="nb-doing">
          <h3 className="govuk-heading-s" tabIndex={-1} ref={toHeading}>
            {withdrawn ? 'Withdraw a value' : 'Add another place’s value'}
          </h3>
          {withdrawn ? (
            <WithdrawBenchmark benchmark={withdrawn} onDone={done} />
          ) : (
            <AddBenchmark view={view} onDone={done} />
          )}
        </div>
      )}
      <DataTable
        caption={`What other places have for ${line.code}, newest first`}
        columns={columns}
        rows={benchmarks}
        rowKey={({ id }) => id}
        empty={
          <EmptyState>
            <p>No other place’s value is recorded, so nobody can say whether this is usual.</p>
          </EmptyState>
        }
      />
      {mayEdit && doing === null ? (
        <div className="nb-no-print">
          <Button kind="secondary" onClick={() => setDoing('add')}>
            Add another place’s value
          </Button>
        </div>
      ) : null}
    </Section>
  );
};
