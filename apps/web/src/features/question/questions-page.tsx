import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { challengeForums, keysOf, questionStates } from '@noticeboard/domain/scales';
import type { QuestionLogView } from '@noticeboard/domain/views/question-log';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { AreaFilter, FilterBar, FilterSelect } from '../../components/filter-bar.tsx';
import { AskAnywhereForm } from './ask-anywhere-form.tsx';
import { questionColumns, questionFile } from './question-columns.tsx';
import { filterQuestions, isFiltered, noFilter } from './question-filters.ts';

const states = [
  { value: 'open', label: 'Without an answer' },
  ...keysOf(questionStates).map((value) => ({ value, label: questionStates[value].label })),
];
const forums = keysOf(challengeForums).map((value) => ({ value, label: challengeForums[value].label }));

const Filters = ({ view, shown }: { view: QuestionLogView; shown: number }) => {
  const address = useAddress();
  const all = view.entries.length;
  return (
    <FilterBar
      label="Filter the questions"
      noun="question"
      shown={shown}
      all={all}
      filtered={isFiltered(address)}
      noFilter={noFilter}
    >
      <FilterSelect name="state" label="State" empty="All" choices={states} />
      <FilterSelect name="forum" label="Asked by" empty="Board and scrutiny" choices={forums} />
      <AreaFilter areas={view.areas} />
      <FilterSelect
        name="to"
        label="Asked of"
        empty="Everybody"
        choices={view.people.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </FilterBar>
  );
};

const Asking = () => {
  const asks = useMay('challenge.ask');
  const records = useMay('challenge.record');
  const { open, show, close, warning } = useOpenForm<'ask' | 'record'>();
  return (
    <>
      {warning}
      {open === null ? (
        asks || records ? (
          <div className="govuk-button-group nb-no-print">
            {asks ? (
              <OpenForm form="ask" open={open} onOpen={show}>
                Ask a question
              </OpenForm>
            ) : null}
            {records ? (
              <OpenForm form="record" open={open} onOpen={show}>
                Record a question of scrutiny
              </OpenForm>
            ) : null}
          </div>
        ) : null
      ) : (
        <FormPanel form={open} title={open === 'ask' ? 'Ask a question' : 'Record a question of scrutiny'}>
          <AskAnywhereForm key={open} scrutiny={open === 'record'} onDone={close} />
        </FormPanel>
      )}
    </>
  );
};

const Log = ({ view }: { view: QuestionLogView }) => {
  const { noticeId } = useNotice();
  const address = useAddress();
  const change = useChangeAddress();
  const { entries, title } = view;
  const shown = useMemo(() => filterQuestions(entries, address), [entries, address]);
  return (
    <>
      <Breadcrumbs>
        <Link to="/n/$noticeId/meetings" params={{ noticeId }}>
          Meetings
        </Link>
        Challenge log
      </Breadcrumbs>
      <PageTitle
        over="Challenge log"
        title={title}
        under="What the board and scrutiny ask, of whom and by when, and whether the answer was enough."
        marks={entries.some(({ mark }) => mark === 'illustrative') ? <SourceMark mark="illustrative" /> : null}
      />
      <Asking />
      {entries.length === 0 ? null : <Filters view={view} shown={shown.length} />}
      <Section
        title={isFiltered(address) ? 'The questions that match' : 'Every question, those without an answer first'}
        links={
          shown.length === 0 ? undefined : (
            <CsvLink name="questions" of="Questions of the board and of scrutiny" columns={questionFile} rows={shown} />
          )
        }
      >
        <div className="nb-question-log">
          <DataTable
            caption="Questions of the board and of scrutiny"
            columns={questionColumns(noticeId)}
            rows={shown}
            rowKey={({ id }) => id}
            pageSize={100}
            isDue={({ state }) => state.key === 'overdue'}
            empty={
              entries.length === 0 ? (
                <EmptyState>
                  Nothing has been asked by the day shown. The chair, board members and the parent carer forum ask here,
                  or on the page of what they ask about.
                </EmptyState>
              ) : (
                <EmptyState>
                  <p>No question matches these filters.</p>
                  <p>
                    <button type="button" className="nb-link-button" onClick={() => change(noFilter)}>
                      Show all questions
                    </button>
                  </p>
                </EmptyState>
              )
            }
          />
        </div>
      </Section>
    </>
  );
};

/** The challenge log: every question of the board and of scrutiny, and what came of it. */
export const QuestionsPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.challenge.log.queryOptions(input));
  if (view) return <Log view={view} />;
  return (
    <>
      <PageTitle title="Challenge log" />
      <Skeleton rows={8} height={72} />
    </>
  );
};
