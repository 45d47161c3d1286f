/** The minutes of a meeting as one page of HTML that Word opens as a document: plain headings, paragraphs and tables. */
import type { MinutedItem, MinutedRecord, MinutesView } from '@noticeboard/domain/views/minutes';
import { formatDate } from '@noticeboard/domain/words';
import type { ReactElement } from 'react';
import { documentOf } from './document.ts';
import { h } from './element.ts';

// What Word understands: points, borders and the page's own size. It knows no grid, and no colour by its name in a variable.
const style = `
@page{size:21cm 29.7cm;margin:2cm}
body{font-family:Arial,Helvetica,sans-serif;font-size:11pt;line-height:1.35;color:#0b0c0c;max-width:17cm}
h1{font-size:20pt;margin:0 0 4pt}
h2{font-size:14pt;margin:18pt 0 4pt;border-top:1.5pt solid #0b0c0c;padding-top:4pt;page-break-after:avoid}
h3{font-size:12pt;margin:12pt 0 2pt;page-break-after:avoid}
p{margin:0 0 5pt}
.under{color:#4a5157}
.draft{font-weight:bold;color:#8c141d}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:#4a5157;font-size:9pt}
th,td{border-bottom:0.75pt solid #d3d9de;padding:3pt 6pt 3pt 0;text-align:left;vertical-align:top}
tr{page-break-inside:avoid}
`;

/** Tells Word to show pages rather than a web page. Browsers read it as a comment. */
const forWord =
  '<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View><w:Zoom>100</w:Zoom></w:WordDocument></xml><![endif]-->';

/** What somebody typed, with its lines as they were typed: Word knows no style that keeps them. */
const typed = (words: string) =>
  words.split('\n').flatMap((each, index) => (index === 0 ? [each] : [h('br', null), each]));

const line = (name: string, words: string): ReactElement => h('p', null, h('strong', null, `${name}: `), typed(words));

const questionOf = ({ about, words, askedBy, to, dueOn, state, answer }: NonNullable<MinutedRecord['question']>) => [
  line('Question', `${words} (${about}; ${askedBy} to ${to}, by ${formatDate(dueOn)}; ${state.label.toLowerCase()})`),
  answer === null ? null : line('Answer', answer),
];

const recordOf = ({ outcome, minute, because, question, followUp }: MinutedRecord) => [
  line(outcome.label, minute),
  because && line(because.name, because.words),
  question && questionOf(question),
  followUp && line('Follow-up', `${followUp.what} ${followUp.to}, by ${formatDate(followUp.dueOn)}.`),
];

const itemOf = (item: MinutedItem, closed: boolean) => [
  h('h3', null, `${item.number}. ${item.title}`),
  h(
    'p',
    { className: 'under' },
    `${item.kind}, to ${item.ask.toLowerCase()}${item.by === null ? '' : `, from ${item.by}`}.`,
  ),
  item.note === null ? null : h('p', null, typed(item.note)),
  item.records.length === 0
    ? h('p', null, closed ? 'Nothing was recorded.' : 'Nothing is recorded yet.')
    : item.records.map(recordOf),
];

const tableOf = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): ReactElement =>
  h(
    'table',
    null,
    h('caption', null, caption),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map((cells) =>
        h(
          'tr',
          null,
          cells.map((cell) => h('td', null, cell)),
        ),
      ),
    ),
  );

/** Gives the minutes as a whole page of HTML, without a script or a link; every text in it is escaped. */
export const renderMinutes = (view: MinutesView): string => {
  const { meeting, authority, draft, closed, quorum, attendance, items, followUps, illustrative } = view;
  const title = `Minutes: ${meeting.title}, ${formatDate(meeting.on)}`;
  const page = documentOf({
    title,
    style,
    body: h('main', null, [
      h('h1', null, title),
      h(
        'p',
        { className: 'under' },
        [authority, meeting.kind, meeting.when, meeting.place].filter((words) => words !== null).join('. '),
      ),
      draft === null ? null : h('p', { className: 'draft' }, draft),
      closed === null ? null : h('p', null, `${closed}.`),
      illustrative ? h('p', { className: 'under' }, 'Illustrative: made up for a demonstration.') : null,
      h('h2', null, 'Attendance'),
      h('p', null, quorum),
      attendance.length === 0
        ? h('p', null, 'No attendance is recorded.')
        : attendance.map(({ label, people }) =>
            line(label, `${people.map((person) => `${person.title} (${person.from})`).join('; ')}.`),
          ),
      h('h2', null, 'Items'),
      items.length === 0
        ? h('p', null, 'Nothing was on the agenda.')
        : items.map((item) => itemOf(item, closed !== null)),
      meeting.minutes === null ? null : [h('h2', null, 'Other matters'), h('p', null, typed(meeting.minutes))],
      h('h2', null, 'Follow-ups'),
      followUps.length === 0
        ? h('p', null, 'Nobody was asked to do anything besides.')
        : tableOf(
            'What is to be done after the meeting',
            ['What', 'Who', 'By when', 'State'],
            followUps.map(({ what, to, dueOn, state }) => [what, to, formatDate(dueOn), state.label]),
          ),
    ]),
  });
  return page.replace('</head>', `${forWord}</head>`);
};
