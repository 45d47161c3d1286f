import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { parseAddress, writeAddress, type Address } from './app/address.ts';
import { landingOf } from './app/landing.ts';
import { NotFoundOutside, ProblemOutside, ProblemPage } from './app/problem.tsx';
import { Root } from './app/root.tsx';
import { Shell } from './app/shell.tsx';
import { queryClient, trpc } from './app/trpc.ts';
import { PageSkeleton } from './components/skeleton.tsx';

const session = () => queryClient.ensureQueryData(trpc.session.me.queryOptions());

/** Every value of an address is a text; what it means is for the page to say. */
const anyAddress = (search: Record<string, unknown>): Address => search as Address;

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFoundOutside,
  errorComponent: ProblemOutside,
  validateSearch: anyAddress,
});

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const { account, notices } = await session();
    if (account === null) redirect({ to: '/sign-in', throw: true });
    const [first] = notices;
    if (first) redirect({ href: landingOf(first.id, first.roles), replace: true, throw: true });
    if (account?.office === 'programmeOffice') redirect({ to: '/new-notice', replace: true, throw: true });
    if (account?.office === 'administrator') redirect({ to: '/accounts', replace: true, throw: true });
  },
  component: lazyRouteComponent(() => import('./features/session/no-notice-page.tsx'), 'NoNoticePage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./features/session/sign-in-page.tsx'), 'SignInPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('./features/session/set-password-page.tsx'), 'SetPasswordPage'),
});

const byLink = createRoute({
  getParentRoute: () => root,
  path: '/update',
  component: lazyRouteComponent(() => import('./features/my-updates/by-link-page.tsx'), 'ByLinkPage'),
});

const newNotice = createRoute({
  getParentRoute: () => root,
  path: '/new-notice',
  beforeLoad: async ({ location }) => {
    if ((await session()).account === null) redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
  },
  component: lazyRouteComponent(() => import('./features/set-up/new-notice-page.tsx'), 'NewNoticePage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  beforeLoad: async ({ location }) => {
    if ((await session()).account === null) redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
  },
  component: lazyRouteComponent(() => import('./features/set-up/members/accounts-page.tsx'), 'AccountsPage'),
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  beforeLoad: async ({ location }) => {
    if ((await session()).account === null) redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
  },
  component: lazyRouteComponent(() => import('./features/portfolio/portfolio-page.tsx'), 'PortfolioPage'),
});

const notice = createRoute({
  getParentRoute: () => root,
  path: '/n/$noticeId',
  search: { middlewares: [retainSearchParams<Address>(['asAt'])] },
  beforeLoad: async ({ location }) => {
    if ((await session()).account === null) redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
  },
  loader: ({ params }) => queryClient.ensureQueryData(trpc.notice.frame.queryOptions(params)),
  component: Shell,
  errorComponent: ProblemOutside,
});

/** A page of a notice keeps the frame of the notice around what went wrong; any other has one of its own. */
const under = { getParentRoute: () => notice, errorComponent: ProblemPage };

const pages = [
  createRoute({
    ...under,
    path: '/',
    beforeLoad: ({ params }) => {
      redirect({ to: '/n/$noticeId/position', params, throw: true });
    },
  }),
  createRoute({
    ...under,
    path: 'position',
    component: lazyRouteComponent(() => import('./features/position/position-page.tsx'), 'PositionPage'),
  }),
  createRoute({
    ...under,
    path: 'attention',
    component: lazyRouteComponent(() => import('./features/attention/attention-page.tsx'), 'AttentionPage'),
  }),
  createRoute({
    ...under,
    path: 'updates',
    component: lazyRouteComponent(() => import('./features/update/updates-page.tsx'), 'UpdatesPage'),
  }),
  createRoute({
    ...under,
    path: 'my-updates',
    component: lazyRouteComponent(() => import('./features/my-updates/my-updates-page.tsx'), 'MyUpdatesPage'),
  }),
  createRoute({
    ...under,
    path: 'areas',
    component: lazyRouteComponent(() => import('./features/area/areas-page.tsx'), 'AreasPage'),
  }),
  createRoute({
    ...under,
    path: 'areas/$areaId',
    component: lazyRouteComponent(() => import('./features/area/area-page.tsx'), 'AreaPage'),
  }),
  createRoute({
    ...under,
    path: 'actions',
    component: lazyRouteComponent(() => import('./features/action/actions-page.tsx'), 'ActionsPage'),
  }),
  createRoute({
    ...under,
    path: 'actions/$actionId',
    component: lazyRouteComponent(() => import('./features/action/action-page.tsx'), 'ActionPage'),
  }),
  createRoute({
    ...under,
    path: 'date-changes',
    component: lazyRouteComponent(() => import('./features/date-change/date-changes-page.tsx'), 'DateChangesPage'),
  }),
  createRoute({
    ...under,
    path: 'measures',
    component: lazyRouteComponent(() => import('./features/measure/measures-page.tsx'), 'MeasuresPage'),
  }),
  createRoute({
    ...under,
    path: 'measures/enter',
    component: lazyRouteComponent(() => import('./features/measure/entry/entry-page.tsx'), 'EnterReadingsPage'),
  }),
  createRoute({
    ...under,
    path: 'measures/$measureId',
    component: lazyRouteComponent(() => import('./features/measure/measure-page.tsx'), 'MeasurePage'),
  }),
  createRoute({
    ...under,
    path: 'casework',
    component: lazyRouteComponent(() => import('./features/casework/casework-page.tsx'), 'CaseworkPage'),
  }),
  createRoute({
    ...under,
    path: 'checkpoints',
    component: lazyRouteComponent(() => import('./features/checkpoint/checkpoints-page.tsx'), 'CheckpointsPage'),
  }),
  createRoute({
    ...under,
    path: 'requirements',
    component: lazyRouteComponent(() => import('./features/requirement/requirements-page.tsx'), 'RequirementsPage'),
  }),
  createRoute({
    ...under,
    path: 'requirements/$requirementId',
    component: lazyRouteComponent(() => import('./features/requirement/requirement-page.tsx'), 'RequirementPage'),
  }),
  createRoute({
    ...under,
    path: 'judgements',
    component: lazyRouteComponent(() => import('./features/judgement/judgements-page.tsx'), 'JudgementsPage'),
  }),
  createRoute({
    ...under,
    path: 'ratings',
    component: lazyRouteComponent(() => import('./features/judgement/ratings-page.tsx'), 'RatingsPage'),
  }),
  createRoute({
    ...under,
    path: 'questions',
    component: lazyRouteComponent(() => import('./features/question/questions-page.tsx'), 'QuestionsPage'),
  }),
  createRoute({
    ...under,
    path: 'course',
    component: lazyRouteComponent(() => import('./features/course/course-page.tsx'), 'CoursePage'),
  }),
  createRoute({
    ...under,
    path: 'intervention',
    component: lazyRouteComponent(() => import('./features/intervention/intervention-page.tsx'), 'InterventionPage'),
  }),
  createRoute({
    ...under,
    path: 'owners',
    component: lazyRouteComponent(() => import('./features/owners/owners-page.tsx'), 'OwnersPage'),
  }),
  createRoute({
    ...under,
    path: 'owners/cover',
    component: lazyRouteComponent(() => import('./features/owners/cover-page.tsx'), 'CoverPage'),
  }),
  createRoute({
    ...under,
    path: 'owners/handover',
    component: lazyRouteComponent(() => import('./features/owners/handover-page.tsx'), 'HandoverPage'),
  }),
  createRoute({
    ...under,
    path: 'evidence',
    component: lazyRouteComponent(() => import('./features/evidence/evidence-list-page.tsx'), 'EvidenceListPage'),
  }),
  createRoute({
    ...under,
    path: 'evidence/$evidenceId',
    component: lazyRouteComponent(() => import('./features/evidence/evidence-page.tsx'), 'EvidencePage'),
  }),
  createRoute({
    ...under,
    path: 'risks',
    component: lazyRouteComponent(() => import('./features/risk/risks-page.tsx'), 'RisksPage'),
  }),
  createRoute({
    ...under,
    path: 'risks/$riskId',
    component: lazyRouteComponent(() => import('./features/risk/risk-page.tsx'), 'RiskPage'),
  }),
  createRoute({
    ...under,
    path: 'plan-versions',
    component: lazyRouteComponent(() => import('./features/plan-version/plan-versions-page.tsx'), 'PlanVersionsPage'),
  }),
  createRoute({
    ...under,
    path: 'changes',
    component: lazyRouteComponent(() => import('./features/changes/changes-page.tsx'), 'ChangesPage'),
  }),
  createRoute({
    ...under,
    path: 'meetings',
    component: lazyRouteComponent(() => import('./features/meeting/meetings-page.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    ...under,
    path: 'meetings/$meetingId',
    component: lazyRouteComponent(() => import('./features/meeting/meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    ...under,
    path: 'reviews',
    component: lazyRouteComponent(() => import('./features/dfe-review/reviews-page.tsx'), 'ReviewsPage'),
  }),
  createRoute({
    ...under,
    path: 'reviews/$meetingId',
    component: lazyRouteComponent(() => import('./features/dfe-review/review-page.tsx'), 'ReviewPage'),
  }),
  createRoute({
    ...under,
    path: 'history',
    component: lazyRouteComponent(() => import('./features/history/history-page.tsx'), 'HistoryPage'),
  }),
  createRoute({
    ...under,
    path: 'meetings/$meetingId/hold',
    component: lazyRouteComponent(() => import('./features/hold/hold-page.tsx'), 'HoldPage'),
  }),
  createRoute({
    ...under,
    path: 'meetings/$meetingId/minutes',
    component: lazyRouteComponent(() => import('./features/hold/minutes-page.tsx'), 'MinutesPage'),
  }),
  createRoute({
    ...under,
    path: 'packs/$frozenId/since',
    component: lazyRouteComponent(() => import('./features/pack/since-page.tsx'), 'SincePackPage'),
  }),
  createRoute({
    ...under,
    path: 'nudges',
    component: lazyRouteComponent(() => import('./features/nudge/nudges-page.tsx'), 'NudgesPage'),
  }),
  createRoute({
    ...under,
    path: 'nudges/$mailId',
    component: lazyRouteComponent(() => import('./features/nudge/mail-page.tsx'), 'MailPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up',
    component: lazyRouteComponent(() => import('./features/set-up/set-up-page.tsx'), 'SetUpPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/notice',
    component: lazyRouteComponent(() => import('./features/set-up/row-page.tsx'), 'NoticePage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/settings',
    component: lazyRouteComponent(() => import('./features/set-up/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/reporting',
    component: lazyRouteComponent(() => import('./features/set-up/reporting-page.tsx'), 'ReportingPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/meetings',
    component: lazyRouteComponent(() => import('./features/set-up/meeting-rules-page.tsx'), 'MeetingRulesPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/members',
    component: lazyRouteComponent(() => import('./features/set-up/members/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/members/invite',
    component: lazyRouteComponent(() => import('./features/set-up/members/add-pages.tsx'), 'InvitePage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/members/add-lead',
    component: lazyRouteComponent(() => import('./features/set-up/members/add-pages.tsx'), 'AddLeadPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/members/$memberId',
    component: lazyRouteComponent(() => import('./features/set-up/members/member-page.tsx'), 'MemberPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/targets/$measureId',
    component: lazyRouteComponent(() => import('./features/set-up/targets-page.tsx'), 'TargetsPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/$noun',
    component: lazyRouteComponent(() => import('./features/set-up/list-page.tsx'), 'ListPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/$noun/$rowId',
    component: lazyRouteComponent(() => import('./features/set-up/row-page.tsx'), 'RowPage'),
  }),
  createRoute({
    ...under,
    path: 'set-up/$noun/$rowId/withdraw',
    component: lazyRouteComponent(() => import('./features/set-up/row-page.tsx'), 'WithdrawPage'),
  }),
] as const;

const tree = root.addChildren([
  landing,
  signIn,
  setPassword,
  byLink,
  newNotice,
  accounts,
  portfolio,
  notice.addChildren(pages),
]);

/** Makes the router of the app. Pages are loaded when a link to them is hovered or focused. */
export const createAppRouter = () =>
  createRouter({
    routeTree: tree,
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ProblemOutside,
    notFoundMode: 'root',
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: true,
  });
