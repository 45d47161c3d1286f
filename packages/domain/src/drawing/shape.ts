/** A drawing as a plain tree of SVG, which the web app turns into elements and a server into text: no script, no React. */

/** One element. Attributes are written as React names them, `strokeWidth`; `key` sets it apart from its neighbours. */
export type Shape = {
  tag: 'svg' | 'g' | 'path' | 'circle' | 'rect' | 'text' | 'tspan' | 'title';
  key: string;
  attrs: Readonly<Record<string, string | number>>;
  children: readonly (Shape | string)[];
};

/** Makes an element of a drawing. */
export const shape = (
  tag: Shape['tag'],
  key: string,
  attrs: Shape['attrs'],
  children: Shape['children'] = [],
): Shape => ({ tag, key, attrs, children });

/** Writes a length in px to a tenth: what no eye can tell apart is left out. */
export const px = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const attributeName = (name: string): string => {
  if (name === 'className') return 'class';
  return name === 'viewBox' ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
};

/** Writes a drawing as the text of an SVG, every text in it escaped. */
export const toMarkup = ({ tag, attrs, children }: Shape): string => {
  const attributes = Object.entries(attrs)
    .map(([name, value]) => ` ${attributeName(name)}="${escaped(String(value))}"`)
    .join('');
  const content = children.map((child) => (typeof child === 'string' ? escaped(child) : toMarkup(child))).join('');
  return `<${tag}${attributes}>${content}</${tag}>`;
};
