import { memo } from 'react';
import type { DueQuestion } from '@noticeboard/domain/views/due-readings';
import { formatDate } from '@noticeboard/domain/words';
import type { Problems } from '../../components/problems.ts';
import { StatusWithReason } from '../../components/status-tag.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { isOvertaken, onTopOf } from './body.ts';
import { type Desk, elementId, useBody } from './desk.ts';
import { TypedElsewhere } from './elsewhere.tsx';
import { DoneLine, RowFrame, RowTitle } from './row-parts.tsx';

type Props = { row: DueQuestion; desk: Desk; busy: boolean; readOnly: boolean; problems: Problems };

/** One question of the board or of scrutiny that waits for an answer. */
export const QuestionRowItem = memo(({ row, desk, busy, readOnly, problems }: Props) => {
  const { body, touched, refused, change, clear } = useBody(desk, row);
  const split = body.elsewhere !== undefined;
  const overtaken = touched && !busy && !split && isOvertaken(row, body);
  const done = !row.asked && !touched;
  const shown: Problems = { ...problems, ...refused };
  return (
    <RowFrame row={row} state={done ? 'done' : 'open'} problem={shown['']}>
      <div className="nb-due__facts">
        <RowTitle row={row} desk={desk} />
        <dl className="nb-due__dates">
          <dt>Answer by</dt>
          <dd>{formatDate(row.dueOn)}</dd>
          <dt>Report</dt>
          <dd>
            <StatusWithReason status={row.report} />
          </dd>
        </dl>
      </div>
      <div className="nb-due__last">
        <p className="nb-meta">
          {row.askedBy ?? 'The board'} asked, {formatDate(row.askedOn)}
        </p>
        <p>{row.question}</p>
      </div>
      <div className="nb-due__form" onBlur={() => desk.keeper.flush(row.key)}>
        {done ? <DoneLine title="Answered" words={row.answer?.words ?? row.report.reason} /> : null}
        <TypedElsewhere row={row} body={body} desk={desk} onUseHere={() => change({ elsewhere: undefined })} />
        {overtaken ? (
          <TheirsBesideYours
            by={null}
            fields={[{ key: 'answer', label: 'Answer', theirs: row.answer?.words ?? '', yours: body.answer }]}
            onUseMine={() => {
              change(onTopOf(row, body));
              desk.mend(row.key);
            }}
            onUseTheirs={() => {
              clear();
              desk.mend(row.key);
            }}
          />
        ) : null}
        {readOnly || done || overtaken || split ? null : (
          <Textarea
            id={`${elementId(row)}-answer`}
            label={row.forum === 'scrutiny' ? 'Your answer to the scrutiny committee' : 'Your answer to the board'}
            value={body.answer}
            words={120}
            rows={3}
            error={shown['answer']}
            onChange={(answer) => change({ answer })}
          />
        )}
      </div>
    </RowFrame>
  );
});
