/** What the generated plans are written from: the themes of a fictional council's improvement plan for SEND. */
import type { Measure } from '../measure.ts';

/** A measure of a theme: where it stood when the notice came, and where it is to be 18 months later. */
export type MeasurePhrase = Pick<Measure, 'title' | 'definition' | 'unit' | 'decimals' | 'polarity' | 'basis'> & {
  start: number;
  end: number;
};

/** One area of weakness: what was found, what the actions are about, and what would show a difference. */
export type Theme = {
  title: string;
  statement: string;
  lead: string;
  organisation: string;
  things: readonly [string, ...string[]];
  measures: readonly [MeasurePhrase, ...MeasurePhrase[]];
};

const council = 'Exampleshire County Council';
const health = 'NHS Exampleshire Integrated Care Board';

const measured =
  (unit: Measure['unit'], polarity: Measure['polarity'], basis: Measure['basis'], decimals: number) =>
  (title: string, start: number, end: number, definition: string): MeasurePhrase => ({
    title,
    definition,
    unit,
    decimals,
    polarity,
    basis,
    start,
    end,
  });
const shareUp = measured('percent', 'H', 'month', 1);
const shareDown = measured('percent', 'L', 'month', 1);
const openCount = measured('count', 'L', 'snapshot', 0);
const monthlyDown = measured('count', 'L', 'month', 0);
const monthlyUp = measured('count', 'H', 'month', 0);
const yearDown = measured('rate', 'L', 'yearToDate', 2);
const weeksDown = measured('weeks', 'L', 'month', 1);
const rollingUp = measured('percent', 'H', 'rolling12', 1);
const rollingDown = measured('percent', 'L', 'rolling12', 1);
const scoreUp = measured('score', 'H', 'month', 1);
const shareNear = measured('percent', 'T', 'month', 1);

export const themes: readonly [Theme, ...Theme[]] = [
  {
    title: 'Confidence of parents and carers',
    statement:
      'Too many parents and carers do not trust the local area to meet the needs of their children, and are not told what is happening.',
    lead: 'Engagement manager',
    organisation: council,
    things: [
      'a named contact for every family',
      'the standard for answering families within five working days',
      'plain letters at each step of an assessment',
      'the SEND helpline',
      'the way complaints lead to changes in practice',
    ],
    measures: [
      shareUp(
        'Families who say that they are kept informed',
        31,
        75,
        'Families who agree that they were kept informed, of those who answered the monthly survey.',
      ),
      monthlyDown('Complaints about SEND', 96, 40, 'Complaints at any stage received in the month.'),
      shareUp('Complaints answered on time', 42, 90, 'Stage 1 complaints answered within 20 working days.'),
      shareUp('Helpline calls answered', 55, 92, 'Calls answered of calls made, in the month.'),
      weeksDown(
        'Longest wait for a reply to a family',
        11,
        3,
        'The longest time a family has waited for a reply at the end of the month.',
      ),
    ],
  },
  {
    title: 'Inclusion in mainstream schools',
    statement: 'Schools differ too much in how ready they are to include children with SEND, and suspensions are high.',
    lead: 'Head of inclusion',
    organisation: council,
    things: [
      'the ordinarily available provision for every classroom',
      'outreach from special schools',
      'inclusion reviews led by head teachers',
      'the transition plan from primary to secondary school',
      'support for pupils at risk of suspension',
    ],
    measures: [
      yearDown(
        'Suspensions of pupils with plans, per 100 pupils',
        21,
        12,
        'Suspensions since September for every 100 pupils with an EHC plan.',
      ),
      shareUp('Attendance of pupils with plans', 84, 91, 'Sessions attended by pupils with an EHC plan.'),
      shareUp('Schools with an inclusion review', 12, 90, 'Schools whose review is done and agreed.'),
      openCount(
        'Pupils with plans out of school',
        148,
        40,
        'Pupils with an EHC plan who have no school place at the end of the month.',
      ),
      shareNear(
        'Pupils with plans in mainstream schools',
        33,
        42,
        'Share of pupils with an EHC plan whose school is a mainstream one.',
      ),
    ],
  },
  {
    title: 'Working with children, families and partners',
    statement:
      'Children and families are asked too late and too seldom when services are planned, and see little of what came of it.',
    lead: 'Co-production lead',
    organisation: 'Exampleshire Parent Carer Forum',
    things: [
      'the charter for working together',
      'the panel of young people',
      'the calendar of joint design sessions',
      'payment for the time of parents and carers',
      'the yearly report on what families changed',
    ],
    measures: [
      shareUp('Policies reviewed with families', 15, 95, 'SEND policies in force that families took part in writing.'),
      scoreUp(
        'Score given by the parent carer forum',
        1.8,
        4,
        'From 1 (poor) to 5 (very good), given monthly by the forum.',
      ),
      monthlyUp('Young people who took part', 9, 45, 'Young people who took part in a design session in the month.'),
      shareUp('Families told what came of their views', 22, 85, 'Families who were told within a month of a session.'),
      shareUp(
        'Plans with the views of the child',
        58,
        95,
        'Audited EHC plans with the views of the child in their own words.',
      ),
    ],
  },
  {
    title: 'Joint commissioning',
    statement: 'Education, health and care do not plan and buy services together on the ground of what children need.',
    lead: 'Joint commissioning manager',
    organisation: health,
    things: [
      'the joint assessment of needs',
      'the shared budget for therapies',
      'the contract for speech and language therapy',
      'the register of gaps in services',
      'the short breaks offer',
    ],
    measures: [
      shareUp('Known gaps with a service in place', 8, 85, 'Gaps in the register for which a service has started.'),
      openCount(
        'Children waiting for speech and language therapy',
        1260,
        480,
        'Children waiting at the end of the month.',
      ),
      shareUp('Therapy hours delivered', 61, 95, 'Hours delivered of hours written in EHC plans.'),
      shareUp(
        'Families offered short breaks within eight weeks',
        47,
        90,
        'Families offered a short break within eight weeks of asking.',
      ),
      weeksDown('Wait for occupational therapy', 34, 18, 'Mean wait of the children who were first seen in the month.'),
    ],
  },
  {
    title: 'Progress and attainment',
    statement:
      'Children with SEND do not make the progress that they should, and their outcomes are not followed closely enough.',
    lead: 'School improvement manager',
    organisation: council,
    things: [
      'the tracking of progress for pupils with plans',
      'reading support in the first years',
      'the offer of supported internships',
      'training for SEND coordinators',
      'advice to schools on the use of teaching assistants',
    ],
    measures: [
      shareUp(
        'Pupils with plans who are on track in reading',
        24,
        45,
        'Pupils with an EHC plan whose last assessment is at or above what was expected.',
      ),
      rollingUp(
        'In education or training at 17',
        81,
        92,
        'Young people with an EHC plan, mean of the last twelve months.',
      ),
      monthlyUp('Supported internships', 14, 60, 'Young people in a supported internship in the month.'),
      shareUp('SEND coordinators with the national award', 52, 90, 'Coordinators in post who hold the award.'),
      rollingDown(
        'Persistent absence of pupils with plans',
        37,
        24,
        'Pupils with an EHC plan who missed a tenth of sessions or more, over twelve months.',
      ),
    ],
  },
  {
    title: 'The EHC plan process',
    statement: 'Assessments take too long, plans are of uneven quality, and annual reviews are late.',
    lead: 'EHC service manager',
    organisation: council,
    things: [
      'a permanent and trained casework team',
      'the recovery of overdue assessments',
      'the monthly audit of EHC plans',
      'the timetable of annual reviews',
      'advice from educational psychologists',
    ],
    measures: [
      shareUp(
        'EHC plans issued within 20 weeks',
        18,
        65,
        'New EHC plans issued within 20 weeks, of those issued in the month.',
      ),
      openCount(
        'Assessments open for more than 20 weeks',
        620,
        90,
        'Assessments older than 20 weeks at the end of the month.',
      ),
      openCount('Annual reviews outstanding', 3400, 800, 'Annual reviews past their date at the end of the month.'),
      shareUp(
        'Audited plans judged good or better',
        34,
        80,
        'Plans judged good or outstanding, of those audited in the month.',
      ),
      shareDown('Requests to assess that were refused', 29, 24, 'Requests refused, of those decided in the month.'),
    ],
  },
  {
    title: 'Leadership and accountability',
    statement: 'Leaders do not have the figures that they need, and do not hold each other to what was agreed.',
    lead: 'Head of SEND strategy',
    organisation: council,
    things: [
      'the shared set of figures for the board',
      'the scheme of who answers for what',
      'supervision in the SEND service',
      'the register of risks',
      'the workforce plan for SEND',
    ],
    measures: [
      openCount('Vacancies in the SEND service', 44, 8, 'Posts without a permanent holder at the end of the month.'),
      openCount('Open cases for each caseworker', 310, 200, 'Open cases divided by caseworkers in post.'),
      shareUp(
        'Staff with supervision in the month',
        49,
        95,
        'Staff who had at least one recorded session of supervision.',
      ),
      shareUp('Actions updated on time', 56, 95, 'Actions with an update in the last 35 days.'),
      rollingDown(
        'Staff who left the SEND service',
        27,
        12,
        'Leavers of the last twelve months, of the mean number in post.',
      ),
    ],
  },
  {
    title: 'Waiting times for health services',
    statement: 'Children wait too long for assessment and therapy, and are not supported while they wait.',
    lead: 'Children’s community services manager',
    organisation: 'Exampleshire Community Health NHS Trust',
    things: [
      'support for families while they wait',
      'the pathway for autism and ADHD',
      'the single way into health services',
      'the wheelchair service',
      'the dynamic support register',
    ],
    measures: [
      weeksDown('Wait for an autism assessment', 78, 40, 'Mean wait of the children who were assessed in the month.'),
      openCount('Children waiting for an ADHD assessment', 2150, 1100, 'Children waiting at the end of the month.'),
      shareUp(
        'Health advice within six weeks',
        44,
        90,
        'Health advice for an assessment given within six weeks of the request.',
      ),
      weeksDown('Wait for a wheelchair', 26, 16, 'Mean wait of the children who got one in the month.'),
      shareUp(
        'Families offered support while waiting',
        19,
        90,
        'Families on a waiting list who were offered support in the month.',
      ),
    ],
  },
  {
    title: 'Preparing for adulthood',
    statement: 'Young people with SEND are not prepared early enough for adult life, and services end without a plan.',
    lead: 'Transitions manager',
    organisation: council,
    things: [
      'the review for every pupil in year 9',
      'the move from children’s to adults’ services',
      'travel training',
      'the guide to life after school',
      'the work with local employers',
    ],
    measures: [
      shareUp('Year 9 reviews that plan for adulthood', 27, 90, 'Year 9 annual reviews with outcomes for adult life.'),
      shareUp(
        'Moves to adults’ services planned a year ahead',
        21,
        80,
        'Young people with a written plan a year before their 18th birthday.',
      ),
      monthlyUp('Young people in travel training', 11, 40, 'Young people who had a session in the month.'),
      shareUp(
        'Health checks at 14',
        38,
        75,
        'Young people with a learning disability who had their yearly health check.',
      ),
      openCount(
        'Young people without a plan after school',
        132,
        30,
        'Young people with an EHC plan in their last school year who have no place agreed.',
      ),
    ],
  },
];

/** How an action begins: each goes before any thing of a theme. */
export const beginnings = [
  'Agree and put in place',
  'Review with families',
  'Check by audit',
  'Make known in every district',
] as const;

export const updateWords = {
  green: [
    'The work is on course. Families in two districts have tried it and say that it helps.',
    'Staff have been trained and the first month of use went well.',
    'Partners agreed the draft. Schools will use it from next month.',
    'The first results are in and show that children are seen sooner.',
  ],
  amber: [
    'Progress is slower than planned because two posts are vacant.',
    'One partner has not yet agreed its part. A meeting is set.',
    'The draft is done, but families asked for changes that take time.',
    'The system supplier delivered late. The next step moves by some weeks.',
  ],
  red: [
    'The work has stopped until the contract is signed.',
    'The lead has left and the post is not filled.',
    'Without more capacity this will not be done by its date.',
  ],
  recovery: [
    'Two agency workers start this month and overtime is agreed until the work has caught up.',
    'The senior officer meets the partner each week until it is agreed.',
  ],
  moveReasons: [
    'The supplier cannot deliver the system before this date.',
    'Recruitment took longer than planned; the new staff start next month.',
    'Families asked for another round of talks before it is agreed.',
  ],
} as const;

/** What shows the impact of an action, by kind. */
export const evidenceWords = {
  data: { caption: 'Figures of the quarter', shows: 'Fewer families wait longer than they should.' },
  voice: { caption: 'What twelve families said', shows: 'Ten of twelve say that they know whom to ask.' },
  practice: { caption: 'A sample of practice', shows: 'Nine of ten sampled cases were handled as agreed.' },
} as const;
