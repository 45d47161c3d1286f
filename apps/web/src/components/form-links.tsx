import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useNotice } from '../app/notice.ts';
import { ButtonLink } from './button.tsx';

const adding = {
  area: 'Add an area',
  action: 'Add an action',
  measure: 'Add a measure',
  requirement: 'Add a requirement',
  family: 'Add a family',
  starter: 'Add caseworkers who will start',
} as const;
type Noun = keyof typeof adding;

/** Gives a link to a form of the set-up that leads back here; undefined where the reader may not make the plan today. */
const useFormLink = (noun: Noun, rowId: string, words: ReactNode): ReactNode | undefined => {
  const { noticeId, frame } = useNotice();
  const from = useLocation({ select: ({ pathname }) => pathname });
  const edits = useMay('plan.edit');
  return edits && frame.notice.withdrawnOn === null ? (
    <ButtonLink
      kind="secondary"
      to="/n/$noticeId/set-up/$noun/$rowId"
      params={{ noticeId, noun, rowId }}
      search={{ from }}
    >
      {words}
    </ButtonLink>
  ) : undefined;
};

/** Gives the link "Edit" for the head of a row's page; undefined for whoever may not. */
export const useEditLink = (noun: Noun, rowId: string): ReactNode | undefined =>
  useFormLink(
    noun,
    rowId,
    <>
      Edit<span className="govuk-visually-hidden"> this {noun}</span>
    </>,
  );

/** Gives the link "Add …" for the head of a list; undefined for whoever may not. */
export const useAddLink = (noun: Noun): ReactNode | undefined => useFormLink(noun, 'new', adding[noun]);
