import { answers } from '@noticeboard/domain/scales';
import type { FactLine, InterventionView } from '@noticeboard/domain/views/intervention';
import type { Column } from '../../components/data-table.tsx';
import { Marks, markWord } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ToFact } from '../../components/to-fact.tsx';

const answerOrder = Object.keys(answers);

/** Of several sources with one mark it is shown once. */
const oneOfEach = (sources: FactLine['sources']): FactLine['sources'] =>
  sources.filter((source, index) => sources.findIndex((each) => markWord(each) === markWord(source)) === index);

/** The columns of the facts: no weight, no colour. */
export const factColumns: Column<FactLine>[] = [
  { key: 'kind', head: 'Kind', narrowHead: '', cell: ({ kindLabel }) => kindLabel, csv: ({ kindLabel }) => kindLabel },
  {
    key: 'fact',
    head: 'Fact',
    rowHead: true,
    cell: ({ link, title, words }) => (
      <>
        <ToFact link={link}>{title}</ToFact>
        <span className="nb-course__under">{words}</span>
      </>
    ),
    csv: ({ title, words }) => `${title}: ${words}`,
  },
  {
    key: 'since',
    head: 'Since',
    cell: ({ since }) => since ?? <span className="nb-secondary">No day is known</span>,
    sort: ({ sinceDay }) => (sinceDay === null ? null : Number(sinceDay.replaceAll('-', ''))),
    csv: ({ since }) => since,
  },
  {
    key: 'rests',
    head: 'Rests on',
    cell: ({ restsOn, sources }) => (
      <>
        {restsOn}{' '}
        {oneOfEach(sources).map((source) => (
          <Marks key={markWord(source)} source={source} />
        ))}
      </>
    ),
    csv: ({ restsOn }) => restsOn,
  },
];

/** The columns of what would have to be true. */
export const conditionColumns: Column<InterventionView['conditions'][number]>[] = [
  {
    key: 'sentence',
    head: 'Sentence',
    rowHead: true,
    cell: ({ sentence, link }) => (link === null ? sentence : <ToFact link={link}>{sentence}</ToFact>),
    csv: ({ sentence }) => sentence,
  },
  {
    key: 'answer',
    head: 'Does it hold?',
    narrowHead: '',
    cell: ({ answer }) => <StatusTag status={answer} />,
    sort: ({ answer }) => answerOrder.indexOf(answer.key),
    csv: ({ answer }) => answer.label,
  },
  { key: 'why', head: 'Why', narrowHead: '', cell: ({ answer }) => answer.reason, csv: ({ answer }) => answer.reason },
];
