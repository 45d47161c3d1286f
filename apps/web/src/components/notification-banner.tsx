import { useId, type ReactNode } from 'react';

/** A message about the whole page; `success` once something is done, `important` for what a reader must know first. */
export const NotificationBanner = ({
  kind = 'important',
  children,
}: {
  kind?: 'success' | 'important';
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <div
      className={
        kind === 'success'
          ? 'govuk-notification-banner govuk-notification-banner--success'
          : 'govuk-notification-banner'
      }
      role={kind === 'success' ? 'alert' : 'region'}
      aria-labelledby={id}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {kind === 'success' ? 'Success' : 'Important'}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </div>
  );
};
