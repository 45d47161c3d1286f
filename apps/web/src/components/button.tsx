import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';

type Kind = 'primary' | 'secondary' | 'warning';

const classOf = (kind: Kind) => (kind === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${kind}`);

/** A button of GOV.UK; `secondary` unless it is the one thing to do on the page. Its type is `button` unless told. */
export const Button = ({
  kind = 'primary',
  type = 'button',
  ...rest
}: { kind?: Kind } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'>) => (
  <button {...rest} type={type} className={classOf(kind)} data-module="govuk-button" />
);

/** A link of the app that looks like a button, for going somewhere to do a thing: `<ButtonLink to="…" params={…}>`. */
export const ButtonLink = createLink(
  ({ kind = 'primary', children, ...rest }: { kind?: Kind } & AnchorHTMLAttributes<HTMLAnchorElement>) => (
    <a {...rest} draggable={false} className={classOf(kind)}>
      {children}
    </a>
  ),
);
