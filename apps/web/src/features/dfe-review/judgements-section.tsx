import { useState } from 'react';
import type { DfeReviewView, JudgedLine, JudgedOnce } from '@noticeboard/domain/views/dfe-review';
import { useMay } from '../../app/notice.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { JudgeForm } from './judge-form.tsx';

const Once = ({ judged }: { judged: JudgedOnce }) => (
  <>
    <StatusTag status={judged.rating} /> <Marks source={judged.source} />
    <span className="nb-register__under">
      {judged.on}
      {judged.until === null ? '' : `, corrected ${judged.until}`}
    </span>
  </>
);

const columns: Column<JudgedLine>[] = [
  {
    key: 'what',
    head: 'Area or requirement',
    rowHead: true,
    cell: ({ link, name, title }) => <ToRow link={link}>{`${name}, ${title}`}</ToRow>,
    csv: ({ name, title }) => `${name}, ${title}`,
  },
  {
    key: 'now',
    head: 'At this review',
    cell: ({ now, released }) =>
      now ? <Once judged={now} /> : <span className="nb-secondary">{released ?? 'Nothing said of it'}</span>,
    csv: ({ now }) => now?.rating.label ?? null,
  },
  {
    key: 'grounds',
    head: 'Grounds',
    cell: ({ now }) => now?.grounds ?? '',
    csv: ({ now }) => now?.grounds ?? null,
  },
  {
    key: 'before',
    head: 'Before',
    cell: ({ before, corrected }) => (
      <>
        {corrected.map((each) => (
          <div key={each.id}>
            <Once judged={each} />
          </div>
        ))}
        {before ? <Once judged={before} /> : null}
        {before === null && corrected.length === 0 ? <span className="nb-secondary">None</span> : null}
      </>
    ),
    csv: ({ before }) => before?.rating.label ?? null,
  },
];

const introOf = ({ outcome, judging, review }: DfeReviewView): string => {
  if (outcome) return `Published on ${outcome.published}${outcome.by === null ? '' : ` by the ${outcome.by}`}.`;
  return judging
    ? 'DfE has published nothing of this review here yet.'
    : `DfE publishes what it judges on ${review.date} or later.`;
};

/** What DfE judged of each area and requirement, with what it judged before; and the form by which it does. */
export const JudgementsSection = ({ view }: { view: DfeReviewView }) => {
  const judges = useMay('review.publish') && view.judging;
  const { open, show, close, warning } = useOpenForm<'judge'>();
  const { outcome, areas, requirements } = view;
  // Cancelled, the first form begins anew.
  const [tries, setTries] = useState(0);
  // What is chosen in it stays, also where another monitor publishes first.
  const [begun, setBegun] = useState(false);
  const said = [...areas, ...requirements].filter(
    ({ now, before, corrected }) => now !== null || before !== null || corrected.length > 0,
  );
  return (
    <Section place="judgements" title="DfE’s judgement" intro={introOf(view)}>
      {warning}
      {judges && outcome !== null ? (
        <p className="nb-no-print">
          <OpenForm form="judge" open={open} onOpen={show}>
            Correct what was published
          </OpenForm>
        </p>
      ) : null}
      {/* The first time, the form is what a monitor came for. */}
      {judges && (outcome === null || begun) ? (
        <JudgeForm
          key={tries}
          view={view}
          onBegin={() => setBegun(true)}
          onDone={() => {
            setTries(tries + 1);
            setBegun(false);
          }}
        />
      ) : null}
      {open === 'judge' ? (
        <FormPanel form="judge" title="Correct what was published">
          <JudgeForm view={view} onDone={close} />
        </FormPanel>
      ) : null}
      {said.length === 0 ? null : (
        <DataTable
          caption="What DfE judged"
          columns={columns}
          rows={said}
          rowKey={({ link }) => `${link.page} ${link.id}`}
          csv="dfe-judgements"
        />
      )}
    </Section>
  );
};
