import { addDays } from '@noticeboard/domain/calendar';
import { keysOf, packSections, type PackSection } from '@noticeboard/domain/scales';
import { generatedFrom, generatedPlan } from '@noticeboard/domain/testing/generated';
import { aMeeting, anAgendaItem, anArea, anAreaReport, aNotice, aPlan, aRisk } from '@noticeboard/domain/testing/rows';
import { packOf, type PackView } from '@noticeboard/domain/views/pack';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderPack } from './pack.ts';

const links = (path: string): string => `https://example.org/n/test${path}?position=7`;
const position = { seq: 4118, hash: `7c1e90ab${'0'.repeat(56)}` };
const all = keysOf(packSections);

/** What a page says, without its markup: white space made one, what is escaped as it was written. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const idsIn = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

/** A small plan after a year, with an earlier board, an agenda, reports of every area and a risk. */
const wholePack = (sections: readonly PackSection[] = all): PackView => {
  const today = addDays(generatedFrom, 363);
  const plan = generatedPlan(7, 363);
  const recorded = { recordedAt: '2022-09-28T09:00:00.000Z' };
  const [area] = plan.areas;
  const [action] = plan.actions;
  const board = { title: 'Improvement board', ...recorded };
  return packOf({
    plan: {
      ...plan,
      meetings: [
        aMeeting({ ...board, id: 'held', on: addDays(today, -26), state: 'closed' }),
        aMeeting({ ...board, id: 'board', on: addDays(today, 2), keyPoints: ['Waits for a plan are shorter.'] }),
      ],
      agendaItems: [
        anAgendaItem({
          ...recorded,
          meetingId: 'board',
          title: 'Assure it',
          ask: 'assure',
          actionId: action?.id ?? null,
        }),
      ],
      areaReports: plan.areas.map(({ id, number }) =>
        anAreaReport({
          ...recorded,
          id: `report-${number}`,
          meetingId: 'board',
          areaId: id,
          on: today,
          why: `Why ${number}.`,
          effect: `Effect ${number}.`,
          nextStep: `Next ${number}.`,
          evidenceIds: plan.evidence.slice(0, 1).map((row) => row.id),
        }),
      ),
      risks: [aRisk({ ...recorded, code: 'R7', title: 'Staff leave', areaIds: [area?.id ?? ''] })],
    },
    before: generatedPlan(7, 337),
    entries: [],
    today,
    meetingId: 'board',
    sections,
    position,
  });
};

describe('a pack on paper', () => {
  let pack: PackView;
  let html: string;
  let text: string;
  beforeAll(() => {
    pack = wholePack();
    html = renderPack(pack, links);
    text = textOf(html);
  });

  it('is one page of HTML in its language, without a script and without anything from elsewhere', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en-GB">/);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|url\(|javascript:/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('has one first heading, and none that skips a level', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('leads from its contents to every section, by ids that are there once', () => {
    const ids = idsIn(html);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
    expect(pack.contents.filter(({ id }) => !targets.includes(id))).toEqual([]);
  });

  it('gives every table a caption and every column a head', () => {
    const tables = html.split('<table').slice(1);
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((each) => !/^[^>]*><caption>[^<]+<\/caption><thead>/.test(each))).toEqual([]);
  });

  it('says all that the model says', () => {
    const { notice, areas, requirements, exceptions, dateChanges, risks, actions, measures, evidence } = pack.parts;
    const said = [
      ...pack.cover.keyPoints,
      ...pack.cover.asks.flatMap(({ items }) => items.flatMap(({ title, details }) => [title, ...details])),
      ...pack.abbreviations.map(({ short, long }) => `${short}: ${long}`),
      notice?.headline.title,
      ...(notice?.requirements ?? []).map(({ title }) => title),
      ...(areas ?? []).flatMap((area) => [
        area.title,
        area.statement,
        area.why.words,
        area.effect.words,
        area.nextStep.words,
        area.since.changed.delivery,
        area.since.changed.impact,
        area.lead?.chart.title ?? area.noLead,
        area.others ?? '',
        area.slipped.more ?? '',
        ...area.figures.flatMap(({ title, words, under }) => [title, words, under]),
        ...area.effect.proofs.map(({ shows }) => shows),
        ...area.slipped.lines.flatMap(({ title, recovery }) => [title, recovery ?? '']),
        ...area.risks.lines.map(({ title }) => title),
        ...area.changes.lines.map(({ what }) => what),
      ]),
      ...(requirements?.rows ?? []).map(({ state }) => state.reason),
      ...(exceptions?.lines ?? []).flatMap(({ title, words, explanation }) => [
        title,
        words,
        explanation?.reason ?? '',
      ]),
      ...[...(dateChanges?.open ?? []), ...(dateChanges?.decided ?? [])].map(({ reason }) => reason),
      ...(risks?.lines ?? []).flatMap(({ cause, effect }) => [cause, effect]),
      ...(actions ?? []).flatMap((group) => group.actions.flatMap(({ title, lead }) => [title, lead ?? ''])),
      ...(measures ?? []).flatMap(({ title, latest }) => [title, latest?.words ?? '']),
      ...(evidence?.lines ?? []).flatMap(({ caption, shows }) => [caption, shows]),
      ...pack.tables.map(({ title }) => title),
    ].filter((words) => words !== undefined);
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((words) => !text.includes(words.replaceAll(/\s+/g, ' ').trim()))).toEqual([]);
  });

  it('says what it was made from on every page, and in full on the cover', () => {
    expect(html).toContain(`Ledger 4,118, 7c1e 90ab.`);
    expect(text).toContain(`--head 4118:${position.hash}`);
  });

  it('links to the notice as it stood', () => {
    const found = [...html.matchAll(/href="(https[^"]+)"/g)].map(([, href = '']) => href);
    expect(found.length).toBeGreaterThan(40);
    expect(
      found.filter((href) => !/^https:\/\/example\.org\/n\/test\/[a-z]+\/[\w.-]+\?position=7$/.test(href)),
    ).toEqual([]);
  });

  it('holds the chosen sections in their order, and its contents only those', () => {
    const some = wholePack(['risks', 'notice']);
    expect(some.contents.map(({ id }) => id)).toEqual(['notice', 'risks', 'figures']);
    const ids = idsIn(renderPack(some, links));
    expect(ids.filter((id) => ['notice', 'requirements', 'actions', 'risks'].includes(id))).toEqual([
      'notice',
      'risks',
    ]);
    expect(wholePack(['risks']).contents.map(({ id }) => id)).toEqual(['risks']);
  });

  it('is whole for a notice that has nothing yet, and escapes what people wrote', () => {
    const bare = aPlan({
      notice: aNotice({ title: 'Testshire <script>alert("x")</script> & others' }),
      areas: [anArea({ id: 'area-1', number: 1, title: 'First area' })],
      meetings: [aMeeting({ id: 'board' })],
    });
    const page = renderPack(
      packOf({
        plan: bare,
        before: null,
        entries: [],
        today: '2023-09-25',
        meetingId: 'board',
        sections: all,
        position,
      }),
      links,
    );
    expect(page).not.toContain('<script');
    expect(page).toContain('Testshire &lt;script&gt;');
    const words = textOf(page);
    expect(words).not.toMatch(/undefined|NaN|null/);
    for (const sentence of [
      'Nothing is asked of the board yet: its agenda has no items.',
      'No key points were set for this meeting.',
      'No board was held before it.',
      'There was no board before to compare with.',
      'The area has no measures yet, so nothing shows whether anything moves for families.',
      'Nobody reported to this meeting what it means for children and families.',
      'The area has no actions yet.',
      'No open risk is linked to the area.',
      'No requirements are recorded yet.',
      'No measure is red, and none has worsened twice running.',
      'No request waits for a decision.',
      'No open risk is recorded.',
      'The plan has no actions yet.',
      'The plan has no measures yet.',
      'No evidence is recorded yet.',
    ])
      expect(words).toContain(sentence);
  });
});
