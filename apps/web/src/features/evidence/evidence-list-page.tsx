import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { evidenceKinds, keysOf } from '@noticeboard/domain/scales';
import type { EvidenceListView } from '@noticeboard/domain/views/evidence';
import { evidenceIndexColumns } from '@noticeboard/domain/views/evidence-index-columns';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { AddEvidenceForm } from '../../components/add-evidence-form.tsx';
import { ArchiveLink } from '../../components/archive-link.tsx';
import { Select } from '../../components/choices.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { noEvidence } from '../../components/evidence-draft.ts';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { evidenceColumns } from './evidence-columns.tsx';
import { filterEvidence, noFilter, readFilter, type EvidenceFilter } from './evidence-filters.ts';

const kindChoices = keysOf(evidenceKinds).map((value) => ({ value, label: evidenceKinds[value].label }));

const Filters = ({ view, filter }: { view: EvidenceListView; filter: EvidenceFilter }) => {
  const change = useChangeAddress();
  const [text, setText] = useState(filter.text);
  const set = (name: keyof EvidenceFilter) => (value: string) => change({ [name]: value });
  const on = Object.values(filter).some((value) => value !== '');
  return (
    <search className="nb-filters">
      <TextInput
        id="text"
        label="Search"
        type="search"
        value={text}
        onChange={(typed) => {
          setText(typed);
          set('text')(typed);
        }}
      />
      <Select
        id="kind"
        label="Kind"
        empty="All kinds"
        value={filter.kind}
        choices={kindChoices}
        onChange={set('kind')}
      />
      <Select
        id="area"
        label="Area"
        empty="All areas"
        value={filter.area}
        choices={view.areas.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        onChange={set('area')}
      />
      <Select
        id="requirement"
        label="Requirement"
        empty="All requirements"
        value={filter.requirement}
        choices={view.requirements.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        onChange={set('requirement')}
      />
      <Select
        id="organisation"
        label="Organisation"
        empty="All organisations"
        value={filter.organisation}
        choices={view.organisations.map((value) => ({ value, label: value }))}
        onChange={set('organisation')}
      />
      {on ? (
        <button
          type="button"
          className="nb-link-button"
          onClick={() => {
            setText('');
            change(noFilter);
          }}
        >
          Clear filters
        </button>
      ) : null}
    </search>
  );
};

const titleOf = ({ lines }: EvidenceListView): string => {
  const documents = lines.filter(({ kind }) => kind === 'document').length;
  if (lines.length === 0) return 'No evidence is on file yet';
  return `${plural(lines.length - documents, 'piece')} of evidence of impact, ${plural(documents, 'document')}`;
};

const List = ({ view }: { view: EvidenceListView }) => {
  const { noticeId, frame, asAt } = useNotice();
  const filter = readFilter(useAddress());
  const { open, show, close, warning } = useOpenForm<'evidence'>();
  const mayAdd = useMay('evidence.add') && frame.notice.withdrawnOn === null;
  const shown = filterEvidence(view.lines, filter);
  return (
    <>
      <PageTitle
        title={titleOf(view)}
        over="Evidence"
        under="Data, voice and practice show impact; a document shows that something exists. The newest version of each."
        actions={
          mayAdd ? (
            <OpenForm form="evidence" open={open} onOpen={show}>
              Add evidence
            </OpenForm>
          ) : undefined
        }
      />
      {warning}
      {open === null ? null : (
        <FormPanel form="evidence" title="Add evidence">
          <AddEvidenceForm start={noEvidence('')} links={[]} choosing onDone={close} />
        </FormPanel>
      )}
      <Filters key={view.today} view={view} filter={filter} />
      <Section
        title={`${plural(shown.length, 'item')}${shown.length === view.lines.length ? '' : ` of ${formatNumber(view.lines.length, 0)}`}`}
        links={
          <>
            {shown.length === 0 ? null : (
              <CsvLink name="evidence" of="Evidence" columns={evidenceIndexColumns(view.areas)} rows={shown} />
            )}
            {view.lines.length === 0 ? null : (
              <ArchiveLink
                address={`/api/notices/${noticeId}/evidence.zip${asAt === undefined ? '' : `?asAt=${encodeURIComponent(asAt)}`}`}
                name={`${frame.notice.authority} evidence ${view.today}.zip`}
                of="all evidence with an index"
              />
            )}
          </>
        }
      >
        <DataTable
          caption="Evidence"
          columns={evidenceColumns(noticeId)}
          rows={shown}
          rowKey={({ id }) => id}
          pageSize={100}
          note={shown.some(({ mark }) => mark !== 'own') ? 'P: published. R: reported. I: illustrative.' : undefined}
          empty={
            <EmptyState>
              {view.lines.length === 0
                ? 'Whoever leads an action adds evidence on its page, or here.'
                : 'No evidence matches these filters. Clear them to see all of it.'}
            </EmptyState>
          }
        />
      </Section>
    </>
  );
};

/** The evidence of the notice: every piece that counts, filtered and sorted through the address. */
export const EvidenceListPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.evidence.list.queryOptions(input));
  return view ? <List view={view} /> : <PageSkeleton />;
};
