import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Button } from './button.tsx';
import { Checkboxes, Radios, Select } from './choices.tsx';
import { noDate } from './date-parts.ts';
import { DateInput } from './date-input.tsx';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { Textarea } from './textarea.tsx';
import { TextInput } from './text-input.tsx';

type Fixtures = { fixtures: { name: string; html: string }[] };

const fixture = (component: string, name: string): Element => {
  const file = path.resolve(
    import.meta.dirname,
    '../../node_modules/govuk-frontend/dist/govuk/components',
    component,
    'fixtures.json',
  );
  const found = (JSON.parse(readFileSync(file, 'utf8')) as Fixtures).fixtures.find((each) => each.name === name);
  if (!found) throw new Error(`There is no fixture "${name}" of ${component}`);
  const holder = document.createElement('div');
  holder.innerHTML = found.html;
  return holder;
};

const kept = ['role', 'type', 'inputmode', 'aria-label', 'aria-current'];

/** Every element with a class of GOV.UK: its name, those classes, and the attributes that matter to those who hear the page. */
const markup = (holder: Element): string[] =>
  [...holder.querySelectorAll('[class*="govuk-"]')].map((element) => {
    const classes = [...element.classList]
      .filter((name) => name.startsWith('govuk-') && !name.startsWith('govuk-js-'))
      .toSorted();
    const attributes = kept.flatMap((name) =>
      element.hasAttribute(name) ? [`${name}=${element.getAttribute(name)}`] : [],
    );
    const described = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean).length;
    return [element.localName, ...classes, ...attributes, described].join(' ');
  });

const nothing = () => {};
const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const waste = [
  { value: 'animal', label: 'Animal', hint: 'Hint' },
  { value: 'mines', label: 'Mines', hint: 'Hint' },
  { value: 'farm', label: 'Farm', hint: 'Hint' },
];

const cases: [component: string, name: string, ours: ReactNode][] = [
  [
    'button',
    'default',
    <Button key="1" type="submit">
      Save
    </Button>,
  ],
  [
    'button',
    'secondary',
    <Button key="1" type="submit" kind="secondary">
      Save
    </Button>,
  ],
  [
    'button',
    'warning',
    <Button key="1" type="submit" kind="warning">
      Save
    </Button>,
  ],
  ['input', 'default', <TextInput key="1" id="a" label="A" value="" onChange={nothing} />],
  ['input', 'with hint text', <TextInput key="1" id="a" label="A" hint="H" value="" onChange={nothing} />],
  ['input', 'with error message', <TextInput key="1" id="a" label="A" error="E" value="" onChange={nothing} />],
  ['textarea', 'with hint', <Textarea key="1" id="a" label="A" hint="H" value="" onChange={nothing} />],
  ['textarea', 'with error message', <Textarea key="1" id="a" label="A" error="E" value="" onChange={nothing} />],
  ['character-count', 'default', <Textarea key="1" id="a" label="A" characters={10} value="" onChange={nothing} />],
  ['select', 'default', <Select key="1" id="a" label="A" value="" choices={yesNo} onChange={nothing} />],
  ['select', 'error', <Select key="1" id="a" label="A" error="E" value="" choices={yesNo} onChange={nothing} />],
  ['radios', 'inline', <Radios key="1" id="a" label="A" hint="H" inline value="" choices={yesNo} onChange={nothing} />],
  [
    'radios',
    'with fieldset and error message',
    <Radios key="1" id="a" label="A" error="E" value="no" choices={yesNo} onChange={nothing} />,
  ],
  [
    'checkboxes',
    'with error message',
    <Checkboxes key="1" id="a" label="A" error="E" value={[]} choices={waste} onChange={nothing} />,
  ],
  ['date-input', 'default', <DateInput key="1" id="a" label="A" hint="H" value={noDate} onChange={nothing} />],
  [
    'date-input',
    'with error message and hint',
    <DateInput key="1" id="a" label="A" hint="H" error="E" value={noDate} onChange={nothing} />,
  ],
  [
    'date-input',
    'with error on month input',
    <DateInput key="1" id="a" label="A" hint="H" error="E" wrong="month" value={noDate} onChange={nothing} />,
  ],
  ['error-summary', 'default', <ErrorSummary key="1" problems={{ a: 'One', b: 'Two' }} />],
  [
    'details',
    'default',
    <Details key="1" summary="S">
      Words
    </Details>,
  ],
  [
    'breadcrumbs',
    'with last breadcrumb as current page',
    <Breadcrumbs key="1">
      <a className="govuk-breadcrumbs__link" href="/">
        A
      </a>
      <a className="govuk-breadcrumbs__link" href="/b">
        B
      </a>
      C
    </Breadcrumbs>,
  ],
];

afterEach(cleanup);

describe('the markup of GOV.UK Frontend', () => {
  it.each(cases)('%s, %s', (component, name, ours) => {
    expect(markup(render(ours).container)).toEqual(markup(fixture(component, name)));
  });

  it('notification banner, with type as success', () => {
    const ours = markup(
      render(
        <NotificationBanner kind="success">
          <p className="govuk-notification-banner__heading">Sent</p>
        </NotificationBanner>,
      ).container,
    );
    expect(ours).toEqual(markup(fixture('notification-banner', 'with type as success')));
  });
});
