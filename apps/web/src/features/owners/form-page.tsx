import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNotice } from '../../app/notice.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';

/** The frame of a form under the page of owners; says why where the reader may not use it. */
export const FormPage = ({
  title,
  under,
  allowed,
  children,
}: {
  title: string;
  under: string;
  allowed: boolean;
  children: ReactNode;
}) => {
  const { noticeId, lookingBack } = useNotice();
  return (
    <>
      <Breadcrumbs>
        <Link to="/n/$noticeId/owners" params={{ noticeId }} className="govuk-breadcrumbs__link">
          Owners
        </Link>
        {title}
      </Breadcrumbs>
      <PageTitle title={title} under={under} />
      {allowed ? (
        children
      ) : (
        <EmptyState>
          {lookingBack
            ? 'You are looking back at an earlier day. Return to today to change anything.'
            : 'Your role does not allow that. Ask the programme office.'}
        </EmptyState>
      )}
    </>
  );
};
