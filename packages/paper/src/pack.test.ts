import { packOf, type PackView } from '@noticeboard/domain/views/pack';
import { keysOf, packSections } from '@noticeboard/domain/scales';
import { aMeeting, anAgendaItem, anArea, aNotice, aPlan } from '@noticeboard/domain/testing/rows';
import { describe, expect, it } from 'vitest';
import { renderPack } from './pack.ts';

const links = (path: string): string => `https://example.org/n/test${path}?position=7`;
const meeting = aMeeting({
  id: 'board',
  on: '2023-09-27',
  title: 'Improvement board',
  keyPoints: ['Waits are longer.'],
});
const plan = aPlan({
  notice: aNotice({ title: 'Testshire <script>alert("x")</script> & others' }),
  areas: [anArea({ id: 'area-1', number: 1, title: 'First area' })],
  meetings: [meeting],
  agendaItems: [
    anAgendaItem({ id: 'item', meetingId: 'board', title: 'Note the waits', ask: 'note', areaId: 'area-1' }),
  ],
});
const pack = (over: Partial<Parameters<typeof packOf>[0]> = {}): PackView =>
  packOf({
    plan,
    before: null,
    entries: [],
    today: '2023-09-25',
    meetingId: 'board',
    sections: keysOf(packSections),
    position: { seq: 4118, hash: `7c1e90ab${'0'.repeat(56)}` },
    ...over,
  });

describe('a pack on paper', () => {
  const html = renderPack(pack(), links);

  it('is one page of HTML in its language, without a script, and escapes what people wrote', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en-GB">/);
    expect(html).not.toMatch(/<script|<link|<img|url\(/);
    expect(html).toContain('Testshire &lt;script&gt;');
  });

  it('says what it was made from on every page and in full on the cover', () => {
    expect(html).toContain('As at 25 September 2023. Ledger 4,118, 7c1e 90ab.');
    expect(html).toContain(`--head 4118:7c1e90ab${'0'.repeat(56)}`);
  });

  it('links to the notice as it stood', () => {
    expect(html).toContain('href="https://example.org/n/test/areas/area-1?position=7"');
  });
});
