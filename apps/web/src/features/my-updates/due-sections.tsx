import { Link } from '@tanstack/react-router';
import { startTransition, useEffect, useState, type ReactNode } from 'react';
import type { Due } from '@noticeboard/domain/views/my-updates';
import type { Problems } from '../../components/problems.ts';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import type { ReportRow, Row } from './body.ts';
import { CommentaryRowItem } from './commentary-row.tsx';
import { MeasureRowItem } from './measure-row.tsx';
import { QuestionRowItem } from './question-row.tsx';
import { ReportRowItem } from './report-row.tsx';
import { RowToCome } from './row-parts.tsx';
import type { Submission } from './use-submission.ts';

/** More rows than this are not all laid out at once. */
const many = 12;

/** The rows of one kind; nothing where there are none. */
const Rows = ({
  title,
  intro,
  links,
  rows,
  children,
}: {
  title: string;
  intro: string;
  links?: ReactNode;
  rows: readonly Row[];
  children: ReactNode;
}) =>
  rows.length === 0 ? null : (
    <Section
      title={title}
      marks={rows.some(({ mark }) => mark === 'illustrative') ? <SourceMark mark="illustrative" /> : undefined}
      links={
        <>
          <span className="nb-secondary">{intro}</span>
          {links}
        </>
      }
    >
      {rows[0]?.kind === 'measure' ? (
        <div className="nb-dues-head" aria-hidden="true">
          <span>Measure</span>
          <span>Period</span>
          <span>Last reading</span>
          <span>This reading, or why there is none</span>
        </div>
      ) : null}
      <ul
        className={`nb-list-plain nb-dues nb-dues--${rows[0]?.kind ?? ''}${rows.length > many ? ' nb-dues--many' : ''}`}
      >
        {children}
      </ul>
    </Section>
  );

const none: Problems = {};

/** So many rows are drawn with the page. The others follow so many at a time, and a key that is pressed goes before them. */
const atOnce = 5;
const atATime = 3;

/** Gives how many of the rows are drawn by now. */
const useDrawn = (count: number): number => {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn >= count) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + atATime)));
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return drawn;
};

/** Everything that is due, each kind in a section of its own, with what is typed on it. */
export const DueSections = ({
  due,
  submission: { desk, narrow, openKey, busy, problems },
  readOnly,
}: {
  due: Pick<Due, 'questions' | 'actions' | 'requirements' | 'measures' | 'commentaries'>;
  submission: Submission;
  readOnly: boolean;
}) => {
  const { questions, actions, requirements, measures } = due;
  const drawn = useDrawn(actions.length + requirements.length + measures.length);
  const of = (row: Row) => ({ desk, busy, readOnly, problems: problems.get(row.key) ?? none });
  const report = (row: ReportRow, place: number) =>
    place < drawn ? (
      <ReportRowItem key={row.key} row={row} open={!narrow || openKey === row.key} narrow={narrow} {...of(row)} />
    ) : (
      <RowToCome key={row.key} row={row} desk={desk} />
    );
  return (
    <>
      <Rows
        title={
          questions.some(({ forum }) => forum === 'scrutiny')
            ? 'Questions from the board and scrutiny'
            : 'Questions from the board'
        }
        rows={questions}
        intro="The first to be answered on top."
      >
        {questions.map((row) => (
          <QuestionRowItem key={row.key} row={row} {...of(row)} />
        ))}
      </Rows>
      <Rows
        title="Actions"
        rows={actions}
        intro="Oldest update first. “No change” repeats your last rating and records that you looked today."
      >
        {actions.map((row, index) => report(row, index))}
      </Rows>
      <Rows title="Requirements" rows={requirements} intro="Oldest update first.">
        {requirements.map((row, index) => report(row, actions.length + index))}
      </Rows>
      <Rows
        title="Measures"
        rows={measures}
        intro="A value, or why there is none."
        links={
          readOnly || desk.noticeId === null ? undefined : (
            <Link to="/n/$noticeId/measures/enter" params={{ noticeId: desk.noticeId }}>
              Paste a column
            </Link>
          )
        }
      >
        {measures.map((row, index) =>
          actions.length + requirements.length + index < drawn ? (
            <MeasureRowItem key={row.key} row={row} {...of(row)} />
          ) : (
            <RowToCome key={row.key} row={row} desk={desk} />
          ),
        )}
      </Rows>
      <Rows
        title="Measures to explain"
        rows={due.commentaries}
        intro="They are red, or worsened twice. Say why, and what is done about it."
      >
        {due.commentaries.map((row) => (
          <CommentaryRowItem key={row.key} row={row} {...of(row)} />
        ))}
      </Rows>
    </>
  );
};
