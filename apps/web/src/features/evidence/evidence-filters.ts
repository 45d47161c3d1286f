import { evidenceKinds, type EvidenceKind } from '@noticeboard/domain/scales';
import type { EvidenceLine } from '@noticeboard/domain/views/evidence';
import type { Address } from '../../app/address.ts';

/** What of the evidence is shown, as it stands in the address; empty is no filter. */
export type EvidenceFilter = {
  kind: EvidenceKind | '';
  area: string;
  requirement: string;
  organisation: string;
  text: string;
};

/** Every value of the address that filters, empty: what "Clear filters" sets. */
export const noFilter: Address = {
  kind: undefined,
  area: undefined,
  requirement: undefined,
  organisation: undefined,
  text: undefined,
};

/** Reads the filter of an address; a kind that it does not know filters nothing. */
export const readFilter = ({
  kind = '',
  area = '',
  requirement = '',
  organisation = '',
  text = '',
}: Address): EvidenceFilter => ({
  kind: Object.hasOwn(evidenceKinds, kind) ? (kind as EvidenceKind) : '',
  area,
  requirement,
  organisation,
  text,
});

const textOf = ({ caption, shows, links, file }: EvidenceLine): string =>
  [caption, shows, file?.name ?? '', ...links.map(({ words }) => words)].join(' ').toLowerCase();

/** Gives the evidence that a filter leaves, in its order. */
export const filterEvidence = (lines: readonly EvidenceLine[], filter: EvidenceFilter): EvidenceLine[] => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      (filter.kind === '' || line.kind === filter.kind) &&
      (filter.area === '' || line.areaIds.includes(filter.area)) &&
      (filter.requirement === '' ||
        line.links.some(({ link }) => link.page === 'requirements' && link.id === filter.requirement)) &&
      (filter.organisation === '' || line.organisations.includes(filter.organisation)) &&
      words.every((word) => textOf(line).includes(word)),
  );
};
