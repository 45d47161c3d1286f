/** The frame of every document on paper: one self-contained page of HTML, without a script. */
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * Gives a whole page of HTML.
 * @param style the rules of its one style sheet, which stands in the page
 */
export const documentOf = ({ title, style, body }: { title: string; style: string; body: ReactNode }): string =>
  `<!doctype html>${renderToStaticMarkup(
    createElement(
      'html',
      { lang: 'en-GB' },
      createElement(
        'head',
        null,
        createElement('meta', { charSet: 'utf-8' }),
        createElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        createElement('title', null, title),
        createElement('style', { dangerouslySetInnerHTML: { __html: style } }),
      ),
      createElement('body', null, body),
    ),
  )}\n`;
