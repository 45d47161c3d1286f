import type { MeasureRow, ReadingAsWritten } from '@noticeboard/domain/views/measure-readings';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { OneReasonForm } from './one-reason-form.tsx';

type Props = { row: MeasureRow; reading: ReadingAsWritten; onDone: () => void };

/** Withdraws a reading with a reason: it leaves the charts and stays in the history. */
export const WithdrawReading = ({ row, reading, onDone }: Props) => (
  <OneReasonForm
    row={reading}
    change={useChange(trpc.reading.withdraw.mutationOptions())}
    question="Why is it withdrawn?"
    save="Withdraw the reading"
    kind="warning"
    onDone={onDone}
  >
    <p>
      {row.figure}, {row.period}. It leaves every page and stays in the history.
    </p>
  </OneReasonForm>
);

/** Sets one of two sources' values aside, with the reason: it stays beside the other, and nothing counts it. */
export const SetAsideReading = ({ row, reading, onDone }: Props) => (
  <OneReasonForm
    row={reading}
    change={useChange(trpc.reading.setAside.mutationOptions())}
    question="Why is the other source used and not this one?"
    hint="It stands beside the reading for everybody to see."
    save="Set the reading aside"
    onDone={onDone}
  >
    <p>
      {row.figure}, {row.period}. It stays in the table, and nothing is judged by it.
    </p>
  </OneReasonForm>
);

/** Uses a reading again that was set aside. */
export const PutBackReading = ({ row, reading, onDone }: Props) => (
  <OneReasonForm
    row={reading}
    change={useChange(trpc.reading.putBack.mutationOptions())}
    question="Why is it used again?"
    save="Use the reading again"
    onDone={onDone}
  >
    <p>
      {row.figure}, {row.period}. While another source’s value is in use too, the two conflict and nothing is decided.
    </p>
  </OneReasonForm>
);
