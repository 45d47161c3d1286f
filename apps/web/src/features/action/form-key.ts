import type { GatedStage } from '@noticeboard/domain/rules/gate';

/** The forms that the head of an action's page opens, and the decision on its date. */
export type FormKey = 'update' | 'deliver' | 'stage' | 'forecast' | 'ask' | 'decide' | GatedStage;
