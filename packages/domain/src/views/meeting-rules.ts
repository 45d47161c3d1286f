/** When papers are due, and who has to be there before the board decides. */
import type { Plan } from '../plan.ts';
import { sectors, type Sector } from '../scales.ts';
import { listInWords, plural } from '../words.ts';

export type MeetingRulesView = {
  settings: { papersDueDays: number; quorumPresent: number; quorumSectors: Sector[]; version: number };
  /** The rules in words, each a name and what holds. */
  facts: { name: string; value: string }[];
};

/** Gives the rules of the meetings of a notice. */
export const meetingRulesView = ({ notice }: Plan): MeetingRulesView => {
  const { papersDueDays, quorumPresent, quorumSectors, version } = notice;
  const of = listInWords(quorumSectors.map((sector) => sectors[sector].label.toLowerCase()));
  return {
    settings: { papersDueDays, quorumPresent, quorumSectors, version },
    facts: [
      {
        name: 'Papers due',
        value:
          papersDueDays === 0
            ? 'On the day of the meeting; for a DfE review two weeks before'
            : `${plural(papersDueDays, 'working day')} before a meeting; for a DfE review two weeks before`,
      },
      {
        name: 'Quorum',
        value: `${plural(quorumPresent, 'member')}${quorumSectors.length === 0 ? '' : `, with ${of}`}`,
      },
    ],
  };
};
