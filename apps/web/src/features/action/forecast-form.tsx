import { useState } from 'react';
import type { Action } from '@noticeboard/domain/action';
import type { ActionView } from '@noticeboard/domain/views/action';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { partsOf, readDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { useSeenVersion } from '../../components/seen-version.ts';

const inWords = (day: string | null): string => (day === null ? 'No forecast' : formatDate(day));

/** Sets the lead's own view of when an action will be done, or takes it back when all three parts are empty. */
export const ForecastForm = ({ action, onDone }: { action: ActionView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.action.setForecast.mutationOptions());
  const [read] = useState(() => ({ version: action.version, forecast: action.forecast }));
  const [parts, setParts] = useState(() => partsOf(read.forecast));
  const [own, setOwn] = useState<Problems>({});
  const typed = readDate(parts, 'Forecast');
  const { current: newer, version, see } = useSeenVersion(refusal, read.version);
  const current = newer as Action | null;
  const problems = current ? {} : problemsOf(['forecast'], own, refusal);

  const send = async () => {
    see();
    setOwn('error' in typed ? { forecast: typed.error } : {});
    if ('error' in typed) return;
    if (await save({ noticeId, id: action.id, expectedVersion: version, forecast: typed.on })) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Save forecast" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            {
              key: 'forecast',
              label: 'Forecast',
              theirs: inWords(current.forecast),
              yours: 'on' in typed ? inWords(typed.on) : `${parts.day} ${parts.month} ${parts.year}`,
            },
          ]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <DateInput
        id="forecast"
        label="Your forecast"
        hint={`When you expect it to be done. It is due ${formatDate(action.currentDue)}; a forecast does not move that. Leave all three empty to take the forecast back.`}
        value={parts}
        wrong={'error' in typed ? typed.part : undefined}
        error={problems['forecast']}
        onChange={setParts}
      />
    </ChangeForm>
  );
};
