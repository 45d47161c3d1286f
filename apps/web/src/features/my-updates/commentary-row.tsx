import { memo } from 'react';
import type { DueCommentary } from '@noticeboard/domain/views/due-readings';
import { formatDate } from '@noticeboard/domain/words';
import { CommentaryFields, type Explanation } from '../../components/commentary-fields.tsx';
import { Button } from '../../components/button.tsx';
import type { Problems } from '../../components/problems.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { byWhenProblem, isOvertaken, seenOf } from './body.ts';
import { type Desk, elementId, useBody } from './desk.ts';
import { TypedElsewhere } from './elsewhere.tsx';
import { DoneLine, nameOf, RowFrame, RowTitle } from './row-parts.tsx';

/** Where a draft keeps each field, to put what it refused beside the field. */
const inDraft: Readonly<Record<string, string>> = {
  words: 'reason',
  recovery: 'action',
  forecast: 'byWhen',
  answer: 'effect',
};
const ofDraft = (refused: Problems = {}): Problems =>
  Object.fromEntries(Object.entries(refused).map(([part, sentence]) => [inDraft[part] ?? part, sentence]));

type Props = { row: DueCommentary; desk: Desk; busy: boolean; readOnly: boolean; problems: Problems };

/** One measure that asks to be explained: why, what is done, by when, and what it means for families. */
export const CommentaryRowItem = memo(({ row, desk, busy, readOnly, problems }: Props) => {
  const { body, touched, refused, change } = useBody(desk, row);
  const split = body.elsewhere !== undefined;
  const overtaken = touched && !busy && !split && isOvertaken(row, body);
  const done = !row.asked && !touched;
  const wrongDay = byWhenProblem(body);
  const shown: Problems = {
    ...(wrongDay === null ? {} : { byWhen: wrongDay }),
    ...ofDraft(refused),
    ...problems,
  };
  const put = ({ reason, action, byWhen, effect }: Partial<Explanation>) =>
    change({
      ...(reason === undefined ? {} : { words: reason }),
      ...(action === undefined ? {} : { recovery: action }),
      ...(byWhen === undefined ? {} : { forecast: byWhen }),
      ...(effect === undefined ? {} : { answer: effect }),
    });
  return (
    <RowFrame row={row} state={done ? 'done' : 'open'} problem={shown['']}>
      <div className="nb-due__facts">
        <RowTitle row={row} desk={desk} />
      </div>
      <div className="nb-due__last">
        <StatusTag status={row.report} />
        <p>{row.why}</p>
      </div>
      <div className="nb-due__form" onBlur={() => desk.keeper.flush(row.key)}>
        {done && row.given !== null ? (
          <DoneLine title={`Explained on ${formatDate(row.given.on)}`} words={row.given.reason} />
        ) : null}
        <TypedElsewhere row={row} body={body} desk={desk} onUseHere={() => change({ elsewhere: undefined })} />
        {overtaken ? (
          <div className="nb-notice-line">
            <p>A reading was recorded while you were typing. Read what it asks you to explain, beside your words.</p>
            <Button
              onClick={() => {
                change(seenOf(row));
                desk.mend(row.key);
              }}
            >
              My words still hold<span className="govuk-visually-hidden">: {nameOf(row)}</span>
            </Button>
          </div>
        ) : null}
        {readOnly || done || split ? null : (
          <CommentaryFields
            prefix={`${elementId(row)}-`}
            value={{ reason: body.words, action: body.recovery, byWhen: body.forecast, effect: body.answer }}
            problems={shown}
            rows={2}
            onChange={put}
          />
        )}
      </div>
    </RowFrame>
  );
});
