import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { renderInApp } from '../testing/render-in-app.tsx';
import { csvColumns, DataTable, type Column } from './data-table.tsx';

type Row = { code: string; title: string; slip: number | null };
const columns: Column<Row>[] = [
  {
    key: 'code',
    head: 'Code',
    rowHead: true,
    cell: ({ code }) => code,
    sort: ({ code }) => code,
    csv: ({ code }) => code,
  },
  { key: 'title', head: 'Title', cell: ({ title }) => title },
  {
    key: 'slip',
    head: 'Slip',
    numeric: true,
    cell: ({ slip }) => slip,
    sort: ({ slip }) => slip,
    csv: ({ slip }) => slip,
  },
];
const rows: Row[] = [
  { code: '6.10', title: 'Ten', slip: 3 },
  { code: '6.9', title: 'Nine', slip: null },
  { code: '6.04', title: 'Four', slip: 61 },
];
const table = (pageSize?: number) => (
  <DataTable
    caption="Actions"
    columns={columns}
    rows={rows}
    rowKey={({ code }) => code}
    {...(pageSize ? { pageSize } : {})}
  />
);
const codes = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

afterEach(cleanup);

it('keeps the order of its rows until a head is chosen, and puts the choice into the address', async () => {
  const { address } = await renderInApp(table(), '/?area=6');
  expect(codes()).toEqual(['6.10', '6.9', '6.04']);
  await userEvent.click(screen.getByRole('button', { name: 'Slip' }));
  expect(codes()).toEqual(['6.10', '6.04', '6.9']);
  expect(address()).toBe('/?area=6&sort=slip');
  await userEvent.click(screen.getByRole('button', { name: 'Slip' }));
  expect(codes()).toEqual(['6.04', '6.10', '6.9']);
  expect(screen.getByRole('columnheader', { name: 'Slip' }).getAttribute('aria-sort')).toBe('descending');
  expect(address()).toBe('/?area=6&sort=-slip');
});

it('opens as the address says, and ignores a column that is not there', async () => {
  await renderInApp(table(), '/?sort=-code');
  expect(codes()).toEqual(['6.10', '6.9', '6.04']);
  cleanup();
  await renderInApp(table(), '/?sort=nothing');
  expect(codes()).toEqual(['6.10', '6.9', '6.04']);
});

it('turns pages through the address, and starts again at the first when it is sorted', async () => {
  const { address } = await renderInApp(table(2), '/');
  await userEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name: 'Page 2' }));
  expect(codes()).toEqual(['6.04']);
  expect(address()).toBe('/?page=2');
  await userEvent.click(screen.getByRole('button', { name: 'Code' }));
  expect(address()).toBe('/?sort=code');
  expect(codes()).toEqual(['6.04', '6.9']);
});

it('gives a CSV the columns that have a value for it', () => {
  expect(csvColumns(columns).map(({ head }) => head)).toEqual(['Code', 'Slip']);
});

it('shows a few rows on screen and all of them on paper, without what can only be pressed', async () => {
  const acts: Column<Row>[] = [...columns, { key: 'act', head: 'Act', screenOnly: true, cell: () => 'Open' }];
  await renderInApp(<DataTable caption="Actions" columns={acts} rows={rows} few={1} rowKey={({ code }) => code} />);
  const paperOnly = screen.getAllByRole('row').map(({ className }) => className === 'nb-print-only');
  expect(paperOnly).toEqual([false, false, true, true]);
  expect(screen.getByRole('columnheader', { name: 'Act' }).className).toBe('nb-no-print');
  expect(screen.getAllByRole('cell', { name: 'Open' }).map(({ className }) => className)).toEqual(
    rows.map(() => 'nb-no-print'),
  );
});
