import type { JudgementLine } from '@noticeboard/domain/views/judgements';
import { Reason } from './reason.tsx';
import { Marks } from './source-mark.tsx';
import { StatusTag } from './status-tag.tsx';

/** What one voice said last, with its age, and its grounds one step away. */
export const JudgementCell = ({ line, of }: { line: JudgementLine | null; of: string }) =>
  line === null ? (
    <StatusTag status={{ label: 'Not judged', tone: 'none' }} quiet />
  ) : (
    <>
      <StatusTag status={line.rating} quiet={line.beforeNotice} />
      <span className="nb-judgements__under">
        {line.age}
        {line.beforeNotice ? ', before the notice' : ''} <Marks source={line.source} dense />
      </span>
      <Reason of={of} label="Grounds">
        {line.rating.reason}
      </Reason>
    </>
  );
