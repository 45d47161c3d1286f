import type { GatedStage } from '@noticeboard/domain/rules/gate';

/** The forms of an action's page; one is open at a time. */
export type FormKey = 'update' | 'deliver' | 'stage' | 'forecast' | 'ask' | 'decide' | GatedStage;
