import { useState } from 'react';
import type { ExplanationLine } from '@noticeboard/domain/views/measure-exception';
import type { MeasureView } from '@noticeboard/domain/views/measure';
import { formatDate } from '@noticeboard/domain/words';
import { useMay } from '../../app/notice.ts';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/columns.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { CommentaryForm } from './commentary-form.tsx';

const Explained = ({ line }: { line: ExplanationLine }) => (
  <>
    <p className="nb-meta">
      {line.by}, {formatDate(line.on)}
      {line.about === null ? '' : `, on ${line.about}`} <SourceMark mark={line.mark} />
    </p>
    <SummaryList
      rows={[
        { name: 'Why', value: line.reason },
        { name: 'What is done', value: line.action },
        { name: 'By when', value: `${formatDate(line.byWhen)}${line.passed ? ', which has passed' : ''}` },
        { name: 'Effect on families', value: line.effect },
      ]}
    />
  </>
);

/** What the measure asks its owner to explain, and what was explained; nothing where it never asked. */
export const ExceptionSection = ({ view }: { view: MeasureView }) => {
  const [writing, setWriting] = useState(false);
  const {
    line,
    exception: { asked, explanations },
    withdrawnOn,
  } = view;
  const mayWrite = useMay('commentary.write', line.subject) && withdrawnOn === null && asked !== null;
  if (asked === null && explanations.length === 0) return null;
  const missing = asked !== null && asked.status.key === 'missing';
  const [last, ...earlier] = explanations;
  return (
    <div id="explain">
      <Section
        title="Why, and what is done about it"
        marks={asked === null ? null : <StatusTag status={asked.status} />}
      >
        {missing ? (
          <Panel tone="amber">
            <p>{asked.words}</p>
            <p>
              {line.owner === null
                ? 'It has no owner who could explain it.'
                : `${line.owner.title} is asked why, what is done, by when, and what it means for families.`}
            </p>
          </Panel>
        ) : null}
        {mayWrite && writing ? (
          <CommentaryForm measureId={line.id} readingId={asked.readingId} onDone={() => setWriting(false)} />
        ) : null}
        {mayWrite && !writing ? (
          <div className="nb-no-print">
            <Button kind={missing ? 'primary' : 'secondary'} onClick={() => setWriting(true)}>
              {missing ? 'Explain this measure' : 'Explain it again'}
            </Button>
          </div>
        ) : null}
        {last === undefined ? null : <Explained line={last} />}
        {earlier.length === 0 ? null : (
          <details className="nb-earlier">
            <summary>Earlier explanations, {earlier.length}</summary>
            {earlier.map((each) => (
              <Explained key={each.id} line={each} />
            ))}
          </details>
        )}
      </Section>
    </div>
  );
};
