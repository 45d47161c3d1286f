/** The settings of reporting, with the bank holidays that its periods step over. */
import { bankHolidaysUntil } from '../bank-holidays.ts';
import type { IsoDate } from '../fields.ts';
import type { Notice, reporting } from '../notice.ts';
import type { Plan } from '../plan.ts';

type ReportingSettings = Pick<Notice, keyof typeof reporting | 'issuedOn' | 'version'>;

export type ReportingView = {
  today: IsoDate;
  settings: ReportingSettings;
  /** The last year of which the bank holidays are known; after it only weekends are stepped over. */
  holidaysUntil: number;
};

/** Gives the settings of a notice's reporting. */
export const reportingView = ({ notice }: Plan, today: IsoDate): ReportingView => ({
  today,
  settings: {
    reportEvery: notice.reportEvery,
    reportsCloseFrom: notice.reportsCloseFrom,
    reportOpenDays: notice.reportOpenDays,
    reportGraceDays: notice.reportGraceDays,
    reportInstructions: notice.reportInstructions,
    remindSoonDays: notice.remindSoonDays,
    remindLateOn: notice.remindLateOn,
    linkDays: notice.linkDays,
    evidenceMegabytes: notice.evidenceMegabytes,
    issuedOn: notice.issuedOn,
    version: notice.version,
  },
  holidaysUntil: bankHolidaysUntil,
});
