import { impacts, likelihoods } from '../../../components/risk-scales.ts';
import type { FieldsOf } from '../form/field.ts';
import type { Inputs } from './inputs.ts';
import type { SourceName } from './source-fields.ts';

const said: FieldsOf<Omit<Inputs['risk']['edit'], 'ownerId' | 'areaIds' | 'actionIds'>, SourceName> = {
  code: { kind: 'text', label: 'Number', width: 5, hint: 'Such as R1.' },
  title: { kind: 'text', label: 'Title', hint: 'What may happen.' },
  cause: { kind: 'textarea', label: 'Cause', hint: 'Why it may happen.' },
  effect: { kind: 'textarea', label: 'Effect', hint: 'What it would mean for children and families.' },
  controls: { kind: 'textarea', label: 'Controls', optional: true, hint: 'What is done about it already.' },
  nextStep: { kind: 'textarea', label: 'Next step', optional: true, rows: 2 },
};

const placed: FieldsOf<Pick<Inputs['risk']['edit'], 'ownerId' | 'areaIds' | 'actionIds'>> = {
  ownerId: { kind: 'choice', label: 'Owner', from: 'reporters', optional: true },
  areaIds: { kind: 'choices', label: 'Areas', from: 'areas', optional: true },
  actionIds: { kind: 'choices', label: 'Actions', from: 'actions', optional: true },
};

export const riskFields: FieldsOf<Inputs['risk']['edit'], SourceName> = { ...said, ...placed };

export const newRiskFields: FieldsOf<Inputs['risk']['raise'], SourceName> = {
  ...said,
  likelihood: { kind: 'choice', label: 'Likelihood', from: likelihoods, number: true },
  impact: { kind: 'choice', label: 'Impact', from: impacts, number: true },
  ...placed,
};
