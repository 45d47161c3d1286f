import type { CapacitySection as Capacity } from '@noticeboard/domain/views/casework';
import { formatDate } from '@noticeboard/domain/words';
import { Columns } from '../../components/columns.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { FiguresTableOf, Headlines } from './figures-section.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';

type Starter = Capacity['ahead'][number];

const starterColumns: Column<Starter>[] = [
  {
    key: 'on',
    head: 'Starts on',
    rowHead: true,
    cell: ({ on }) => formatDate(on),
    csv: ({ on }) => on,
  },
  { key: 'words', head: 'How many', narrowHead: '', cell: ({ words }) => words, csv: ({ words }) => words },
  {
    key: 'employment',
    head: 'Employment',
    narrowHead: '',
    cell: ({ employment }) => employment,
    csv: ({ employment }) => employment,
  },
  {
    key: 'training',
    head: 'At the start',
    narrowHead: '',
    cell: ({ training, note, source, words }) => (
      <>
        {training} <SourceDetails source={source} of={words} />
        {note === null ? null : <span className="nb-fact__detail">{note}</span>}
      </>
    ),
    csv: ({ training }) => training,
  },
];

const vacantIn = (figures: Capacity['figures']): string => {
  const vacant = figures.find(({ part }) => part === 'vacantPosts');
  return vacant?.words ? `Vacant posts: ${vacant.words}, ${vacant.period}.` : 'Vacant posts: not known.';
};

const InPost = ({
  posts,
  inPost,
  title,
  vacant,
}: Pick<Capacity, 'posts' | 'inPost' | 'title'> & { vacant: string }) => (
  <Section
    level={3}
    title={
      <>
        {inPost}
        <span className="govuk-visually-hidden">: {title}</span>
      </>
    }
  >
    <table className="nb-table">
      <caption className="govuk-visually-hidden">In post, {title}</caption>
      <thead>
        <tr>
          <th scope="col">Employment</th>
          <th scope="col">Trained</th>
          <th scope="col">In training</th>
        </tr>
      </thead>
      <tbody>
        {posts.map(({ head, trained, inTraining }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            <td>{trained}</td>
            <td>{inTraining}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p className="nb-meta">{vacant}</p>
  </Section>
);

const Ratio = ({ ratio }: Pick<Capacity, 'ratio'>) =>
  ratio === null ? null : (
    <p className="nb-meta">
      {ratio.words} cases for each full-time equivalent caseworker: {ratio.source}
    </p>
  );

const Reported = ({ reported }: Pick<Capacity, 'reported'>) => (
  <p>
    <strong>Reported, beside what is reckoned:</strong>{' '}
    {reported.words === null || reported.source === null ? (
      <span className="nb-secondary">no cases for each caseworker. {reported.missing}</span>
    ) : (
      <>
        {reported.words} cases for each caseworker, {reported.period}.{' '}
        <SourceDetails source={reported.source} of="cases for each caseworker, as reported" />
      </>
    )}
  </p>
);

/** One team: its cases, those who work on them, how many are needed, and what is ahead. */
export const CapacitySection = ({ section }: { section: Capacity }) => {
  const { id, title, note, figures, perWorker, needed, gap, outlook, instead, ahead } = section;
  return (
    <Section title={`Capacity: ${title}`} {...(note === null ? {} : { intro: note })}>
      <Headlines
        of={[
          { key: 'perWorker', ...perWorker },
          { key: 'needed', ...needed },
          { key: 'gap', ...gap },
        ]}
      />
      <div className="nb-casework__beside">
        <Reported reported={section.reported} />
        <Ratio ratio={section.ratio} />
      </div>
      {outlook === null ? (
        <EmptyState>
          <p>How many are short month by month can’t be reckoned yet. {instead}</p>
        </EmptyState>
      ) : (
        <WhatIfPanel familyId={id} title={title} outlook={outlook} />
      )}
      <Columns>
        <InPost posts={section.posts} inPost={section.inPost} title={title} vacant={vacantIn(figures)} />
        <Section
          level={3}
          title={
            <>
              Starters ahead<span className="govuk-visually-hidden">: {title}</span>
            </>
          }
        >
          <DataTable
            caption={`Caseworkers who will start, ${title}`}
            columns={starterColumns}
            rows={ahead}
            rowKey={(row) => row.id}
            {...(ahead.length === 0 ? {} : { csv: `starters-${id}` })}
            empty={
              <EmptyState>
                <p>Nobody is recorded who has accepted a post and is still to start.</p>
              </EmptyState>
            }
          />
        </Section>
      </Columns>
      <FiguresTableOf title={title} figures={figures} csv={`capacity-${id}`} />
    </Section>
  );
};
