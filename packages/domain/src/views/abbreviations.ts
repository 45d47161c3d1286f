/** Abbreviations of the field, spelled out for whoever reads one for the first time (domain.md, "Words"). */

export type Abbreviation = { short: string; long: string };

const known: Readonly<Record<string, string>> = {
  APP: 'Accelerated Progress Plan',
  CQC: 'Care Quality Commission',
  DCO: 'designated clinical officer',
  DfE: 'Department for Education',
  EHC: 'education, health and care',
  EHCP: 'education, health and care plan',
  EP: 'educational psychologist',
  FTE: 'full-time equivalent',
  ICB: 'integrated care board',
  KPI: 'measure',
  NHS: 'National Health Service',
  PCF: 'parent carer forum',
  RAG: 'red, amber, green',
  SEN: 'special educational needs',
  SENCO: 'special educational needs co-ordinator',
  SEND: 'special educational needs and disabilities',
  SRO: 'senior responsible officer',
};

const found = new RegExp(`\\b(${Object.keys(known).join('|')})s?\\b`, 'g');

/** Gives the abbreviations that a text uses, in the order of the alphabet. */
export const abbreviationsIn = (text: string): Abbreviation[] => {
  const used = new Set([...text.matchAll(found)].map(([, short]) => short));
  return Object.entries(known)
    .filter(([short]) => used.has(short))
    .map(([short, long]) => ({ short, long }));
};
