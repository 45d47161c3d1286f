import { Link } from '@tanstack/react-router';
import type { DeadlineView } from '@noticeboard/domain/views/deadline';
import { useNotice } from '../../app/notice.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Columns } from '../../components/columns.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { DateReading } from './date-groups.tsx';

const answers = [
  { key: 'required', name: 'What was required' },
  { key: 'byThen', name: 'What was done by then' },
  { key: 'since', name: 'What has been done since' },
  { key: 'decided', name: 'What the government decided' },
] as const satisfies readonly { key: keyof DeadlineView['words']; name: string }[];

const Answers = ({ words }: Pick<DeadlineView, 'words'>) => (
  <dl className="nb-answers">
    {answers.map(({ key, name }) => (
      <div key={key}>
        <dt>{name}</dt>
        <dd>{words[key]}</dd>
      </div>
    ))}
  </dl>
);

const Readings = ({ readings }: Pick<DeadlineView, 'readings'>) => (
  <div className="nb-readings">
    <p className="nb-readings__title">What the day meant is disputed. Both readings stand.</p>
    <ol className="nb-readings__list">
      {readings.map((reading) => (
        <li key={reading.id}>
          <DateReading date={reading} of={reading.note ?? reading.words} />
        </li>
      ))}
    </ol>
  </div>
);

const Served = ({ requirements }: Pick<DeadlineView, 'requirements'>) => {
  const { noticeId } = useNotice();
  return (
    <ul className="nb-list-plain nb-deadline__served">
      {requirements.map(({ id, code, title, state }) => (
        <li key={id}>
          <strong>{code}</strong>{' '}
          <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
            {title}
          </Link>{' '}
          <StatusTag status={state} />
        </li>
      ))}
    </ul>
  );
};

/**
 * One deadline: what was required, what was done by then, what has been done since and what the government decided, drawn
 * and in words; with each reading of a day that is disputed.
 * @param named whether the requirements that are due are named and the readings of the day given: the page of the only one has
 *   both already
 */
export const DeadlineSection = ({ deadline, named }: { deadline: DeadlineView; named: boolean }) => {
  const { date, days, requirements, readings, words, chart, illustrative } = deadline;
  const [only] = readings;
  return (
    <Section
      title={`${date}, ${days}`}
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      links={named && readings.length === 1 && only ? <DateReading date={{ ...only, words: '' }} of={date} /> : null}
    >
      {named ? <Served requirements={requirements} /> : null}
      {named && readings.length > 1 ? <Readings readings={readings} /> : null}
      <Columns wide="left">
        <ChartFigure model={chart} />
        <Answers words={words} />
      </Columns>
    </Section>
  );
};
