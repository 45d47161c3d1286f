import { useState, type ComponentProps } from 'react';
import { useNotice } from '../../../app/notice.ts';
import { RowForm } from './row-form.tsx';

/** The form of some settings of a notice: it stays open once they are saved, with what they are now. */
export const SettingsForm = <Receipt,>(
  props: Pick<ComponentProps<typeof RowForm<Receipt>>, 'fields' | 'row' | 'change' | 'follows'>,
) => {
  const { noticeId } = useNotice();
  const [round, setRound] = useState(0);
  return (
    <RowForm
      key={round}
      {...props}
      options={{}}
      reason=""
      input={({ content, reason, expectedVersion }) => ({ ...content, noticeId, expectedVersion, reason })}
      submit="Save"
      cancel={null}
      onSaved={() => setRound(round + 1)}
    />
  );
};
