import { createElement, type ReactElement, type ReactNode } from 'react';

type Child = ReactNode | readonly Child[];
type Attributes = Readonly<Record<string, unknown>> | null;

const flat = (children: readonly Child[]): ReactNode[] =>
  children.flatMap((child) => (Array.isArray(child) ? flat(child) : [child as ReactNode]));

/** Makes an element of a document. Its children may be lists: what is written once and never updated needs no keys. */
export const h = (tag: string, attributes: Attributes, ...children: Child[]): ReactElement =>
  createElement(tag, attributes, ...flat(children));
