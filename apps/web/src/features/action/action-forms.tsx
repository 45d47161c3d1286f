import type { GatedStage } from '@noticeboard/domain/rules/gate';
import { keysOf } from '@noticeboard/domain/scales';
import type { ActionView } from '@noticeboard/domain/views/action';
import { useMay } from '../../app/notice.ts';
import { UpdateForm } from '../../components/update-form.tsx';
import { AskDateForm } from './ask-date-form.tsx';
import { DeliverForm } from './deliver-form.tsx';
import { ForecastForm } from './forecast-form.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import type { FormKey } from './form-key.ts';
import { GateForm, gateWords } from './gate-form.tsx';
import { StageForm } from './stage-form.tsx';
import { useActsOn } from './use-acts-on.ts';

/** What the programme office and the board have said of an action is not the lead's to take back. */
const beyondDelivered = new Set<ActionView['stage']>(['evidenced', 'embedded', 'assured']);

/** The stages at which each gate is the next thing to say. */
const comesNext: Readonly<Record<GatedStage, readonly ActionView['stage'][]>> = {
  evidenced: ['delivered'],
  embedded: ['evidenced'],
  assured: ['evidenced', 'embedded'],
};

/** The buttons of what the reader may do to an action; none where there is nothing. */
export const ActionButtons = ({
  action,
  open,
  onOpen,
}: {
  action: ActionView;
  open: FormKey | null;
  onOpen: (form: FormKey) => void;
}) => {
  const mayUpdate = useMay('update.write', action.subject);
  const mayStage = useMay('stage.set', action.subject);
  const mayReopen = useMay('stage.reopen');
  const mayForecast = useMay('forecast.set', action.subject);
  const mayAsk = useMay('date.ask', action.subject);
  const mayEvidence = useMay('stage.evidence');
  const mayAssure = useMay('stage.assure');
  const acts = useActsOn(action);
  const gates = keysOf(comesNext).filter(
    (to) =>
      !acts && (to === 'assured' ? mayAssure : mayEvidence) && comesNext[to].some((stage) => stage === action.stage),
  );
  const underWay = action.stage === 'notStarted' || action.stage === 'inProgress';
  const movable = action.dates.open === null && underWay;
  return (
    <>
      {mayUpdate ? (
        <OpenForm form="update" open={open} onOpen={onOpen} primary>
          Write an update
        </OpenForm>
      ) : null}
      {mayStage && underWay ? (
        <OpenForm form="deliver" open={open} onOpen={onOpen}>
          Mark delivered
        </OpenForm>
      ) : null}
      {gates.map((to) => (
        <OpenForm key={to} form={to} open={open} onOpen={onOpen}>
          {gateWords[to].button}
        </OpenForm>
      ))}
      {mayStage && (mayReopen || !beyondDelivered.has(action.stage)) ? (
        <OpenForm form="stage" open={open} onOpen={onOpen}>
          Change stage
        </OpenForm>
      ) : null}
      {mayForecast ? (
        <OpenForm form="forecast" open={open} onOpen={onOpen}>
          Set forecast
        </OpenForm>
      ) : null}
      {mayAsk && movable ? (
        <OpenForm form="ask" open={open} onOpen={onOpen}>
          Ask to move date
        </OpenForm>
      ) : null}
    </>
  );
};

/** The form that was opened from the buttons, under the title of the page. */
export const ActionForm = ({
  action,
  open,
  onDone,
}: {
  action: ActionView;
  open: FormKey | null;
  onDone: () => void;
}) => {
  switch (open) {
    case 'update': {
      const { id, currentDue, forecast, declared } = action;
      return (
        <FormPanel form="update" title="Write an update">
          <UpdateForm
            subject={{ kind: 'action', id, currentDue, forecast }}
            last={declared && { rating: declared.status.key, on: declared.on, words: declared.words }}
            onDone={onDone}
          />
        </FormPanel>
      );
    }
    case 'deliver':
      return (
        <FormPanel form="deliver" title="Mark delivered">
          <DeliverForm action={action} onDone={onDone} />
        </FormPanel>
      );
    case 'evidenced':
    case 'embedded':
    case 'assured':
      return (
        <FormPanel form={open} title={gateWords[open].button}>
          <GateForm action={action} to={open} onDone={onDone} />
        </FormPanel>
      );
    case 'stage':
      return (
        <FormPanel form="stage" title="Change the stage">
          <StageForm action={action} onDone={onDone} />
        </FormPanel>
      );
    case 'forecast':
      return (
        <FormPanel form="forecast" title="Set the forecast">
          <ForecastForm action={action} onDone={onDone} />
        </FormPanel>
      );
    case 'ask':
      return (
        <FormPanel form="ask" title="Ask to move the date">
          <AskDateForm action={action} onDone={onDone} />
        </FormPanel>
      );
    case 'decide':
    case null:
      return null;
    default:
      return open satisfies never;
  }
};
