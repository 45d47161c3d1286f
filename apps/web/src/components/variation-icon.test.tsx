import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { assurances, keysOf, variations } from '@noticeboard/domain/scales';
import { AssuranceIcon, VariationIcon } from './variation-icon.tsx';

const drawn = [
  ...keysOf(variations).map((of) => ({
    of: `variation ${of}`,
    markup: renderToStaticMarkup(<VariationIcon of={of} side="high" />),
  })),
  ...keysOf(assurances).map((of) => ({
    of: `assurance ${of}`,
    markup: renderToStaticMarkup(<AssuranceIcon of={of} />),
  })),
];

/** The drawing without its colours: its shapes and letters. */
const shapes = (markup: string): string => markup.replaceAll(/(?:fill|stroke)="#[0-9a-f]{6}"/g, '');

/** Relative luminance of a colour (WCAG 2.2). */
const luminance = (colour: string): number =>
  [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);

test('icons of signal and of assurance differ without their colours', () => {
  const judged = drawn.filter(({ of }) => !of.endsWith('notJudged'));
  expect(new Set(judged.map(({ markup }) => shapes(markup))).size).toBe(judged.length);
  const [high, low] = (['high', 'low'] as const).map((side) =>
    renderToStaticMarkup(<VariationIcon of="improving" side={side} />),
  );
  expect(high).not.toBe(low);
});

test.each(drawn)('the shape of $of stands out from white by 3:1 at least', ({ markup }) => {
  const colours = [...markup.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour).filter((each) => each !== '#ffffff');
  expect(colours.length).toBeGreaterThan(0);
  for (const colour of colours) expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(3);
});
