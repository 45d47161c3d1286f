/** Evidence: what each piece is, what it shows, of what, and in which versions. */
import { evidenceSubject, linkedSubjects } from '../changes/evidence.ts';
import { findRow } from '../changes/references.ts';
import type { Evidence } from '../evidence.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import { may, type Subject, type Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { isLetter } from '../rules/dfe-review.ts';
import type { EvidenceLinks, EvidencePage } from '../rules/evidence.ts';
import { currentEvidence, earlierVersions, linkedIds } from '../rules/evidence.ts';
import { planOn } from '../rules/known.ts';
import type { EvidenceKind, Mark } from '../scales.ts';
import { formatPeriod, formatSize } from '../words.ts';

/** A row that evidence is, or may be, linked to. */
export type EvidenceLink = { link: { page: EvidencePage; id: string }; words: string };

export type EvidenceLine = {
  id: string;
  kind: EvidenceKind;
  caption: string;
  shows: string;
  /** The days it speaks of, in words; null where it speaks of none in particular. */
  period: string | null;
  periodEnd: IsoDate | null;
  /** The file, with its size in words ("1.2 MB"); null for a link. */
  file: { name: string; size: string } | null;
  url: string | null;
  addedBy: string | null;
  addedOn: IsoDate;
  links: EvidenceLink[];
  /** The areas that it is about, by what it is linked to. */
  areaIds: string[];
  /** Of the actions that it is linked to, or else of whoever added it. */
  organisations: string[];
  /** How many versions came before it. */
  earlier: number;
  mark: Mark;
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const linksOf = (plan: Plan, evidence: EvidenceLinks): EvidenceLink[] => {
  const coded = (page: 'actions' | 'measures' | 'requirements', before: string): EvidenceLink[] =>
    plan[page]
      .filter(({ id }) => linkedIds(evidence, page).includes(id))
      .toSorted((a, b) => byCode.compare(a.code, b.code))
      .map(({ id, code, title }) => ({ link: { page, id }, words: `${before}${code} ${title}` }));
  const areas = plan.areas
    .filter(({ id }) => evidence.areaIds.includes(id))
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, title }): EvidenceLink => ({
      link: { page: 'areas', id },
      words: `Area ${number}, ${title}`,
    }));
  return [
    ...coded('actions', 'Action '),
    ...coded('measures', 'Measure '),
    ...coded('requirements', 'Requirement '),
    ...areas,
  ];
};

/** Leaves out of what evidence is linked to whatever was changed after the day that is looked at. */
const knownLinks = (plan: Plan, links: EvidenceLinks): EvidenceLinks => {
  const known = (page: EvidencePage): string[] => {
    const ids = new Set(linkedIds(links, page));
    return plan[page].flatMap(({ id }) => (ids.has(id) ? [id] : []));
  };
  return {
    actionIds: known('actions'),
    measureIds: known('measures'),
    requirementIds: known('requirements'),
    areaIds: known('areas'),
  };
};

const areasOf = (plan: Plan, evidence: EvidenceLinks): string[] => [
  ...new Set([
    ...evidence.areaIds,
    ...plan.actions.filter(({ id }) => evidence.actionIds.includes(id)).flatMap(({ areaIds }) => areaIds),
    ...plan.measures.filter(({ id }) => evidence.measureIds.includes(id)).map(({ areaId }) => areaId),
  ]),
];

const organisationsOf = (plan: Plan, { actionIds, addedById }: Evidence): string[] => {
  const leading = plan.actions.filter(({ id }) => actionIds.includes(id)).map(({ organisation }) => organisation);
  const adding = plan.members.filter(({ id }) => id === addedById).map(({ organisation }) => organisation);
  return [...new Set(leading.length > 0 ? leading : adding)];
};

/** Gives one piece of evidence as lists show it. */
export const evidenceLine = (plan: Plan, evidence: Recorded<Evidence>): EvidenceLine => {
  const { periodStart, periodEnd, fileName, bytes } = evidence;
  return {
    id: evidence.id,
    kind: evidence.kind,
    caption: evidence.caption,
    shows: evidence.shows,
    period:
      periodStart === null || periodEnd === null ? null : formatPeriod({ periodStart, periodEnd, printedPeriod: null }),
    periodEnd,
    file: fileName === null || bytes === null ? null : { name: fileName, size: formatSize(bytes) },
    url: evidence.url,
    addedBy: plan.members.find(({ id }) => id === evidence.addedById)?.title ?? null,
    addedOn: evidence.addedOn,
    links: linksOf(plan, evidence),
    areaIds: areasOf(plan, evidence),
    organisations: organisationsOf(plan, evidence),
    earlier: earlierVersions(plan, evidence).length,
    mark: evidence.mark,
  };
};

export type EvidenceListView = {
  today: IsoDate;
  /** Newest first. */
  lines: EvidenceLine[];
  areas: { id: string; number: number; title: string }[];
  requirements: { id: string; code: string; title: string }[];
  organisations: string[];
};

/** Gives all evidence that counts on a day. */
export const evidenceListOf = (entire: Plan, today: IsoDate): EvidenceListView => {
  const plan = planOn(entire, today);
  const lines = currentEvidence(plan).map((evidence) => evidenceLine(plan, evidence));
  return {
    today,
    lines,
    areas: plan.areas
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .toSorted((a, b) => a.number - b.number)
      .map(({ id, number, title }) => ({ id, number, title })),
    requirements: plan.requirements
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .toSorted((a, b) => byCode.compare(a.code, b.code))
      .map(({ id, code, title }) => ({ id, code, title })),
    organisations: [...new Set(lines.flatMap(({ organisations }) => organisations))].toSorted((a, b) =>
      byCode.compare(a, b),
    ),
  };
};

export type EvidenceAboutView = {
  today: IsoDate;
  /** Newest first. On an area counts what its actions and measures have, too. */
  lines: EvidenceLine[];
  /** Whose the row is: who may add to it. */
  subject: Subject;
};

const onlyTo = (page: EvidencePage, id: string): EvidenceLinks => {
  const to = (here: EvidencePage): string[] => (here === page ? [id] : []);
  return {
    actionIds: to('actions'),
    measureIds: to('measures'),
    requirementIds: to('requirements'),
    areaIds: to('areas'),
  };
};

/** Gives the evidence that counts for one row on a day. Throws `notFound` where the plan of that day has none of that id. */
export const evidenceAbout = (entire: Plan, page: EvidencePage, id: string, today: IsoDate): EvidenceAboutView => {
  const plan = planOn(entire, today);
  const counts = (evidence: Evidence): boolean =>
    page === 'areas' ? areasOf(plan, evidence).includes(id) : linkedIds(evidence, page).includes(id);
  return {
    today,
    lines: currentEvidence(plan)
      .filter(counts)
      .map((evidence) => evidenceLine(plan, evidence)),
    subject: evidenceSubject(plan, onlyTo(page, id), today),
  };
};

const standingIds = (rows: readonly { id: string; withdrawnOn: IsoDate | null }[]): string[] =>
  rows.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ id }) => id);

/** Gives what a reader may link evidence to: what stands of what they may add evidence to. */
export const linkableFor = (entire: Plan, today: IsoDate, who: Who): EvidenceLink[] => {
  const plan = planOn(entire, today);
  return linksOf(plan, {
    actionIds: plan.actions.filter(({ stage }) => stage !== 'withdrawn').map(({ id }) => id),
    measureIds: standingIds(plan.measures),
    requirementIds: standingIds(plan.requirements),
    areaIds: standingIds(plan.areas),
  }).filter(({ link }) => may(who, 'evidence.add', evidenceSubject(plan, onlyTo(link.page, link.id), today)));
};

export type EvidenceView = EvidenceLine & {
  today: IsoDate;
  version: number;
  periodStart: IsoDate | null;
  linked: EvidenceLinks;
  /** Of the file, in hexadecimal: whoever has the file can compare. */
  sha256: string | null;
  mediaType: string | null;
  withdrawnOn: IsoDate | null;
  /** The version that counts in its place; null where this one does, or none. */
  newer: { id: string; caption: string } | null;
  /** The versions before it, the newest first. */
  versions: EvidenceLine[];
  /** It is the letter of DfE after a review, which nobody else changes. */
  letter: boolean;
  /** Whose it is: who may edit it and bring a new version. */
  subject: Subject;
  /** Whose each row is that it is linked to: whoever withdraws it needs them all. */
  subjects: Subject[];
};

/** Gives the page of one piece of evidence on a day. Throws `notFound` where the plan of that day has none of that id. */
export const evidenceOf = (entire: Plan, evidenceId: string, today: IsoDate): EvidenceView => {
  const plan = planOn(entire, today);
  const evidence = findRow(plan.evidence, evidenceId, 'evidence');
  const linked = knownLinks(plan, evidence);
  const newer = currentEvidence(plan).find((each) => earlierVersions(plan, each).some(({ id }) => id === evidence.id));
  return {
    ...evidenceLine(plan, evidence),
    today,
    version: evidence.version,
    periodStart: evidence.periodStart,
    linked,
    sha256: evidence.fileHash,
    mediaType: evidence.mediaType,
    withdrawnOn: evidence.withdrawnOn,
    letter: isLetter(plan, evidence.id),
    newer: newer ? { id: newer.id, caption: newer.caption } : null,
    versions: earlierVersions(plan, evidence).map((each) => evidenceLine(plan, each)),
    subject: evidenceSubject(plan, linked, today),
    subjects: linkedSubjects(plan, linked, today),
  };
};
