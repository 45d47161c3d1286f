/** A version of the plan: the plan at its position, and its page. */
import type { Connection } from '@noticeboard/db/database';
import { readPlanAsAt } from '@noticeboard/db/plan';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Plan } from '@noticeboard/domain/plan';
import type { PlanVersionKind } from '@noticeboard/domain/scales';
import { planOnPaperOf } from '@noticeboard/domain/views/plan-on-paper';
import { formatDate } from '@noticeboard/domain/words';
import { renderPlanVersion } from '@noticeboard/paper/plan-version';
import { linksAt } from './pack.ts';

/**
 * Gives the plan that a version is, with the day that it stands on: as it stands, or as at the end of a past day.
 * @throws DomainError where nothing was recorded by that day
 */
export const planOfVersion = async (
  connection: Connection,
  plan: Plan,
  standsOn: IsoDate | null,
  today: IsoDate,
): Promise<{ version: Plan; day: IsoDate }> => {
  if (standsOn === null || standsOn === today) return { version: plan, day: today };
  const version = await readPlanAsAt(connection, plan.notice.id, standsOn);
  if (!version)
    throw new DomainError(
      'invalid',
      `Nothing was recorded by ${formatDate(standsOn)}. Choose a later day.`,
      'standsOn',
    );
  return { version, day: standsOn };
};

/** Renders the page of a version. */
export const planVersionPage = (
  version: Plan,
  day: IsoDate,
  about: { kind: PlanVersionKind; title: string; on: IsoDate; note: string | null },
  origin: string,
): string => renderPlanVersion(planOnPaperOf(version, day, about), linksAt(origin, version, day));
