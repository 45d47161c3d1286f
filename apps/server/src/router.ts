import { accountRouter } from './routers/account.ts';
import { actionRouter } from './routers/action.ts';
import { areaRouter } from './routers/area.ts';
import { attentionRouter } from './routers/attention.ts';
import { caseworkRouter } from './routers/casework.ts';
import { benchmarkRouter } from './routers/benchmark.ts';
import { challengeRouter } from './routers/challenge.ts';
import { changesRouter } from './routers/changes.ts';
import { checkpointRouter } from './routers/checkpoint.ts';
import { commentaryRouter } from './routers/commentary.ts';
import { contactRouter } from './routers/contact.ts';
import { coverRouter } from './routers/cover.ts';
import { dateChangeRouter } from './routers/date-change.ts';
import { decisionRouter } from './routers/decision.ts';
import { dfeReviewRouter } from './routers/dfe-review.ts';
import { draftRouter } from './routers/draft.ts';
import { familyRouter } from './routers/family.ts';
import { focusRouter } from './routers/focus.ts';
import { handoverRouter } from './routers/handover.ts';
import { evidenceRouter } from './routers/evidence.ts';
import { historyRouter } from './routers/history.ts';
import { judgementRouter } from './routers/judgement.ts';
import { linkRouter } from './routers/link.ts';
import { measureRouter } from './routers/measure.ts';
import { meetingRouter } from './routers/meeting.ts';
import { memberRouter } from './routers/member.ts';
import { milestoneRouter } from './routers/milestone.ts';
import { noticeEventRouter } from './routers/notice-event.ts';
import { noticeRouter } from './routers/notice.ts';
import { nudgeRouter } from './routers/nudge.ts';
import { ownerRouter } from './routers/owner.ts';
import { packRouter } from './routers/pack.ts';
import { portfolioRouter } from './routers/portfolio.ts';
import { planVersionRouter } from './routers/plan-version.ts';
import { positionRouter } from './routers/position.ts';
import { readingRouter } from './routers/reading.ts';
import { rebaseRouter } from './routers/rebase.ts';
import { requirementRouter } from './routers/requirement.ts';
import { riskRouter } from './routers/risk.ts';
import { sessionRouter } from './routers/session.ts';
import { setUpRouter } from './routers/set-up.ts';
import { starterRouter } from './routers/starter.ts';
import { targetRouter } from './routers/target.ts';
import { updateRouter } from './routers/update.ts';
import { waiverRouter } from './routers/waiver.ts';
import { router } from './trpc.ts';

/** Everything that can be asked of Noticeboard, one router a noun. */
export const appRouter = router({
  account: accountRouter,
  action: actionRouter,
  area: areaRouter,
  attention: attentionRouter,
  casework: caseworkRouter,
  benchmark: benchmarkRouter,
  challenge: challengeRouter,
  changes: changesRouter,
  checkpoint: checkpointRouter,
  commentary: commentaryRouter,
  contact: contactRouter,
  cover: coverRouter,
  dateChange: dateChangeRouter,
  decision: decisionRouter,
  dfeReview: dfeReviewRouter,
  draft: draftRouter,
  event: noticeEventRouter,
  family: familyRouter,
  focus: focusRouter,
  handover: handoverRouter,
  evidence: evidenceRouter,
  history: historyRouter,
  judgement: judgementRouter,
  link: linkRouter,
  measure: measureRouter,
  meeting: meetingRouter,
  member: memberRouter,
  milestone: milestoneRouter,
  notice: noticeRouter,
  nudge: nudgeRouter,
  owner: ownerRouter,
  pack: packRouter,
  portfolio: portfolioRouter,
  planVersion: planVersionRouter,
  position: positionRouter,
  reading: readingRouter,
  rebase: rebaseRouter,
  requirement: requirementRouter,
  risk: riskRouter,
  session: sessionRouter,
  setUp: setUpRouter,
  starter: starterRouter,
  target: targetRouter,
  update: updateRouter,
  waiver: waiverRouter,
});

export type AppRouter = typeof appRouter;
