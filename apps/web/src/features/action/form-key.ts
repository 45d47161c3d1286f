/** The forms of an action's page; one is open at a time. */
export type FormKey = 'update' | 'stage' | 'forecast' | 'ask' | 'decide';
