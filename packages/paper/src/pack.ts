/** The pack of a meeting as one page of HTML: what a browser prints on A4. */
import type { PackView } from '@noticeboard/domain/views/pack';
import { h } from './element.ts';
import { actionsOf, evidenceOf, measuresOf, tablesOf } from './pack/annexes.ts';
import { areaOf } from './pack/area.ts';
import { coverOf } from './pack/cover.ts';
import type { Links } from './pack/link.ts';
import { noticeOf } from './pack/notice.ts';
import { datesOf, exceptionsOf, requirementsOf, risksOf } from './pack/registers.ts';
import { pageOf } from './page.ts';

/**
 * Gives the pack as a whole page of HTML, without a script.
 * @param links gives the address of a page of the notice, as it stood at the position of the pack, from its path:
 *   "/actions/action-6.04"
 */
export const renderPack = (pack: PackView, links: Links): string => {
  const { meeting, noticeTitle, fictional, asAt, position, last, cover, parts, tables } = pack;
  const { notice, areas, requirements, exceptions, dateChanges, risks, actions, measures, evidence } = parts;
  const registers = [
    requirements && requirementsOf(requirements, links),
    exceptions && exceptionsOf(exceptions, links),
    dateChanges && datesOf(dateChanges, last?.words ?? null, links),
    risks && risksOf(risks),
  ];
  const title = `${meeting.title}, ${meeting.day}`;
  return pageOf({
    title: `${title}: ${noticeTitle}`,
    running: {
      left: `${noticeTitle}${fictional ? ' (fictional)' : ''}`,
      right: title,
      foot: `As at ${asAt}. Ledger ${position.seq}, ${position.short}.`,
    },
    body: [
      coverOf(pack, links),
      notice && noticeOf(notice, links),
      areas?.map((area) => areaOf(area, { of: areas.length, board: last, askedTitle: cover.askedTitle, links })),
      registers.some((each) => each !== null) ? h('div', { className: 'page' }, registers) : null,
      actions && actionsOf(actions, links),
      measures && measuresOf(measures, links),
      evidence && evidenceOf(evidence, links),
      tables.length === 0 ? null : tablesOf(tables),
    ],
  });
};
