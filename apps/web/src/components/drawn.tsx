import { createElement, type ReactElement } from 'react';
import type { Shape } from '@noticeboard/domain/drawing/shape';

/** Gives a drawing as elements; `key` sets it apart where it stands in a list. */
const elementOf = ({ tag, key, attrs, children }: Shape): ReactElement =>
  createElement(
    tag,
    { ...attrs, key },
    children.length === 0 ? undefined : children.map((child) => (typeof child === 'string' ? child : elementOf(child))),
  );

/** A drawing of our own in a page. */
export const Drawn = ({ shape }: { shape: Shape }) => elementOf(shape);
