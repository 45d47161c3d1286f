import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { SmallChart } from '@noticeboard/domain/charts/model';
import { drawBullet } from '@noticeboard/domain/drawing/bullet';
import { drawSmall, drawSparkline } from '@noticeboard/domain/drawing/small';
import { keysOf, deliveries, type Tone } from '@noticeboard/domain/scales';
import { renderInApp } from '../testing/render-in-app.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Checkboxes, Radios, Select } from './choices.tsx';
import { DataTable } from './data-table.tsx';
import { DateInput } from './date-input.tsx';
import { noDate } from './date-parts.ts';
import { DeliveryBar, DeliveryKey } from './delivery-bar.tsx';
import { Drawn } from './drawn.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { KeyFigure } from './key-figure.tsx';
import { Pagination } from './pagination.tsx';
import { Section } from './section.tsx';
import { Skeleton } from './skeleton.tsx';
import { Slider } from './slider.tsx';
import { Marks, MarksKey, SourceDetails } from './source-mark.tsx';
import { StageTrack } from './stage-track.tsx';
import { StatusTag, StatusWithReason } from './status-tag.tsx';
import { SummaryList } from './summary-list.tsx';
import { Tabs } from './tabs.tsx';
import { Textarea } from './textarea.tsx';
import { TextInput } from './text-input.tsx';
import { TheirsBesideYours } from './theirs-beside-yours.tsx';

const nothing = () => {};
const source = {
  mark: 'reported',
  disputed: 'Two sources differ.',
  unconfirmed: 'Quoted in the press.',
  title: 'Minutes',
  url: 'https://example.org/',
  publishedOn: '2023-09-18',
  publishedLater: false,
} as const;
const choices = [
  { value: 'green', label: 'Green', hint: 'All well' },
  { value: 'red', label: 'Red' },
];
const tones: Tone[] = ['green', 'amber', 'red', 'blue', 'none', 'pending', 'neutral'];

const small: SmallChart = {
  key: 'one',
  summary: 'From 3 to 4.',
  from: '2023-01-01',
  to: '2023-03-31',
  y: { min: 0, max: 5, ticks: [] },
  days: [],
  series: [
    {
      key: 'month',
      name: 'Single month',
      kind: 'line',
      role: 'actual',
      dashed: false,
      symbol: 'disc',
      points: [
        { on: '2023-01-31', from: null, value: 3, label: '' },
        { on: '2023-02-28', from: null, value: null, label: '' },
        { on: '2023-03-31', from: null, value: 4, label: '' },
      ],
      endLabel: [],
    },
  ],
  checkpoints: [],
  today: null,
  targets: [{ on: '2023-03-31', value: 5, label: '' }],
  floor: null,
};
const bullet = { value: 4, target: { from: 5, to: 5 }, floor: 2, min: 0, max: 6, summary: '4; target 5, floor 2.' };

const pieces: [name: string, piece: ReactNode][] = [
  [
    'fields',
    <form key="1">
      <ErrorSummary problems={{ title: 'Enter a title.', due: 'Enter a date.' }} />
      <TextInput id="title" label="Title" hint="Short" error="Enter a title." value="" suffix="%" onChange={nothing} />
      <Textarea id="words" label="Words" words={60} value="" onChange={nothing} />
      <Select
        id="area"
        label="Area"
        empty="All areas"
        value=""
        choices={[{ value: '6', label: 'Six' }]}
        onChange={nothing}
      />
      <Radios id="rating" label="Rating" value="red" choices={choices} onChange={nothing} />
      <Slider
        id="ratio"
        label="Cases for each"
        hint="A hint"
        value={250}
        min={50}
        max={600}
        step={5}
        words="250 cases"
        onChange={nothing}
      />
      <Checkboxes id="roles" label="Roles" value={['red']} choices={choices} onChange={nothing} />
      <DateInput id="due" label="Due" error="Enter a date." value={noDate} onChange={nothing} />
    </form>,
  ],
  [
    'statuses and sources',
    <Section key="1" title="Statuses" marks={<Marks source={source} dense />} links={<a href="/all">All</a>}>
      {tones.map((tone) => (
        <StatusTag key={tone} status={{ label: tone, tone }} pill />
      ))}
      <StatusWithReason status={{ key: 'overdue', label: 'Overdue', tone: 'red', reason: 'Due 25 days ago.' }} />
      <SourceDetails source={source} of="2.3%" />
      <MarksKey />
    </Section>,
  ],
  [
    'bars and tracks',
    <div key="1">
      <DeliveryKey />
      <DeliveryBar counts={Object.fromEntries(keysOf(deliveries).map((key) => [key, 2]))} />
      <StageTrack
        steps={[
          { key: 'a', label: 'Not started', detail: 'July', state: 'done' },
          { key: 'b', label: 'In progress', detail: 'now', state: 'current' },
          { key: 'c', label: 'Assured', detail: 'by the board', state: 'ahead' },
        ]}
      />
      <Drawn shape={drawSmall(small)} />
      <Drawn shape={drawSparkline({ ...small, key: 'two' })} />
      <Drawn shape={drawBullet('three', bullet)} />
      <KeyFigure value="19" of="116">
        actions complete
      </KeyFigure>
    </div>,
  ],
  [
    'tables',
    <div key="1">
      <DataTable
        caption="Rows"
        narrow="scroll"
        csv="rows"
        columns={[
          { key: 'a', head: 'A', rowHead: true, cell: (row: string) => row, sort: (row) => row, csv: (row) => row },
        ]}
        rows={['x', 'y']}
        rowKey={(row) => row}
      />
      <SummaryList rows={[{ name: 'Lead', value: 'EHC service manager' }]} />
      <Pagination page={4} pages={9} label="Pages" onPage={nothing} />
      <Skeleton rows={2} />
    </div>,
  ],
  [
    'tabs, breadcrumbs and a conflict',
    <div key="1">
      <Breadcrumbs>
        <a href="/">Actions</a>6.04
      </Breadcrumbs>
      <Tabs
        id="t"
        title="View"
        tabs={[
          { key: 'a', label: 'A', panel: 'One' },
          { key: 'b', label: 'B', panel: 'Two' },
        ]}
      />
      <TheirsBesideYours
        by={null}
        fields={[{ key: 'a', label: 'A', theirs: '1', yours: '2' }]}
        onUseMine={nothing}
        onUseTheirs={nothing}
      />
    </div>,
  ],
];

afterEach(cleanup);

it.each(pieces)('axe finds nothing in %s', async (_name, piece) => {
  const { container } = await renderInApp(piece);
  // jsdom lays nothing out, so it can't judge contrast; the browser tests do.
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});
