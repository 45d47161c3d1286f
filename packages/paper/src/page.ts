/** The frame of a document on paper: its style, what runs along the head and foot of every page, and the shapes it uses. */
import { readFileSync } from 'node:fs';
import type { ReactElement, ReactNode } from 'react';
import { h } from './element.ts';
import { documentOf } from './document.ts';
import { shapes } from './shape.ts';

const style = readFileSync(new URL('./paper.css', import.meta.url), 'utf8');

/** What every page of a document says besides its own: at its head whose it is and for what, at its foot as of when. */
export type Running = { left: string; right: string; foot: string };

/** Writes a text as a string of CSS, which ends neither the string nor the style sheet. */
const cssText = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} .,;:()’“”–-]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `)}"`;

const box = 'color:#4a5157;font:8.25pt arial,helvetica,sans-serif;';
const headBox = `${box}margin-bottom:3mm;padding-bottom:2mm;border-bottom:1.5px solid #0b0c0c;vertical-align:bottom;`;
const footBox = `${box}padding-top:2mm;vertical-align:top;`;

/** The page of paper: A4, 12 mm at its sides, with the running head and foot in its margins. */
const pageRules = ({ left, right, foot }: Running): string =>
  `@page{size:a4;margin:16mm 12mm 12mm;` +
  `@top-left{${headBox}content:${cssText(left)}}@top-center{${headBox}content:""}@top-right{${headBox}content:${cssText(right)}}` +
  `@bottom-left{${footBox}content:${cssText(foot)}}@bottom-right{${footBox}content:"Page " counter(page) " of " counter(pages)}}`;

/**
 * Gives a whole document. On a screen its head and foot stand once, on paper on every page.
 * @param running what stands at the head and the foot of each page
 */
export const pageOf = ({ title, running, body }: { title: string; running: Running; body: ReactNode }): string =>
  documentOf({
    title,
    style: `${style}${pageRules(running)}`,
    body: h(
      'div',
      { className: 'document' },
      shapes(),
      h('header', { className: 'running' }, h('span', null, running.left), h('span', null, running.right)),
      h('main', null, body),
      h('footer', { className: 'running' }, h('span', null, running.foot)),
    ) satisfies ReactElement,
  });
