/** The meetings of a notice as a calendar reads them: each with a stable id, and a number that counts its changes. */
import { londonInstant } from '@noticeboard/domain/calendar';
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import type { Plan } from '@noticeboard/domain/plan';
import { meetingKinds } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';

type Meeting = Plan['meetings'][number];

/** A day that is the same day wherever the server stands: events carry UTC alone. */
const wholeDay = (day: IsoDate): Instant => `${day}T00:00:00.000Z`;

const eventsOf = (plan: Plan, meeting: Meeting, origin: string): ICalEventData[] => {
  const { notice } = plan;
  const { id, kind, title, on, startsAt, place, papersDueOn, state, version, addedAt, recordedAt } = meeting;
  const name = `${title}, ${notice.authority}`;
  // Those of scrutiny are its own.
  const hasPapers = kind !== 'scrutiny';
  const shared = {
    // Every change of a meeting is a new version of its row, so the number only ever grows.
    sequence: version - 1,
    stamp: recordedAt,
    created: addedAt,
    lastModified: recordedAt,
    status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    url: `${origin}/n/${notice.id}/meetings/${id}`,
  };
  const meets: ICalEventData = {
    ...shared,
    id: `${id}.${notice.id}@noticeboard`,
    summary: name,
    description: hasPapers
      ? `${meetingKinds[kind].label}. Papers are due on ${formatDate(papersDueOn)}.`
      : `${meetingKinds[kind].label}.`,
    ...(startsAt === null ? { start: wholeDay(on), allDay: true } : { start: londonInstant(on, startsAt) }),
    ...(place === null ? {} : { location: place }),
  };
  const papers: ICalEventData = {
    ...shared,
    id: `papers.${id}.${notice.id}@noticeboard`,
    summary: `Papers due: ${name}`,
    description: `For the meeting on ${formatDate(on)}.`,
    start: wholeDay(papersDueOn),
    allDay: true,
  };
  return hasPapers ? [meets, papers] : [meets];
};

/**
 * Gives the calendar of a notice in iCalendar (RFC 5545): its meetings and the days on which their papers are due, with those that
 * were cancelled, so that calendars take them out.
 * @param origin what stands before a path in a link
 * @param meetings those of the plan unless one alone is asked for
 */
export const calendarOf = (plan: Plan, origin: string, meetings: readonly Meeting[] = plan.meetings): string =>
  ical({
    name: plan.notice.title,
    prodId: { company: 'Noticeboard', product: 'Meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
    events: meetings.flatMap((meeting) => eventsOf(plan, meeting, origin)),
  }).toString();
