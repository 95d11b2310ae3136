import { addDays, type Day, type Instant } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { Stage } from '../domain/facility/facility.ts';
import { setMilestone, type Milestone, type MilestoneProfile } from '../domain/plan/milestone.ts';
import { setTarget, type Target } from '../domain/plan/target.ts';
import type { Database } from '../store/database.ts';
import { changeMilestone, changeTarget } from '../store/plan/plan.ts';
import type { Story } from './story.ts';

/** What a sample has planned, and what happened on its way. */
export interface SamplePlan {
  targets: Pick<Target, 'figure' | 'lines'>[];
  milestones: Omit<Milestone, 'version'>[];
}

/** The national events as published; when in their years they were is not. */
const milestones: SamplePlan['milestones'] = [
  {
    milestoneId: 'strategy-adopted',
    on: '2023',
    names: {
      en: 'Strategy of telemedicine adopted',
      uk: 'Ухвалено стратегію розвитку телемедицини',
      be: 'Прынята стратэгія развіцця тэлемедыцыны',
      ru: 'Принята стратегия развития телемедицины',
    },
  },
  {
    milestoneId: 'law-on-telemedicine',
    on: '2023-08',
    names: {
      en: 'Law on telemedicine',
      uk: 'Закон про телемедицину',
      be: 'Закон аб тэлемедыцыне',
      ru: 'Закон о телемедицине',
    },
  },
  {
    milestoneId: 'medical-guarantee-program',
    on: '2024',
    count: 31,
    of: 41,
    names: {
      en: 'Packages of the Medical Guarantee Program with telemedicine',
      uk: 'Пакети Програми медичних гарантій із телемедициною',
      be: 'Пакеты Праграмы медыцынскіх гарантый з тэлемедыцынай',
      ru: 'Пакеты Программы медицинских гарантий с телемедициной',
    },
  },
];

const plannedFrom: Day = '2023-01-01';

/** A facility of the sample, as far as its plan knows it. */
interface Site {
  profile: { region: string };
  stages: { stage: Stage; date: Day }[];
}

/** How much of what came was planned by the end of 2024: of each three regions one is behind it, one about on it, one ahead. */
const shares = [1.2, 1, 0.8];
/** What is to come in the year after, beside what was planned until then. */
const growth = 1.28;
const unassigned = 18;

/** Three invented targets: facilities by region, consultations and aid for the nation. */
export function samplePlan(sites: Site[], { regions }: Pick<CountryPack, 'regions'>): SamplePlan {
  const liveOn = (region: string, day: Day) =>
    sites.filter(
      ({ profile, stages }) =>
        profile.region === region && stages.some(({ stage, date }) => stage === 'live' && date <= day),
    ).length;
  const facilities = regions.map(({ code }, index) => {
    const thisYear = Math.round(liveOn(code, '2024-12-31') * (shares[index % shares.length] ?? 1));
    const planned = [
      { day: plannedFrom, value: Math.min(thisYear, liveOn(code, plannedFrom)) },
      { day: '2024-12-31', value: thisYear },
      { day: '2025-12-31', value: Math.ceil(thisYear * growth) },
    ];
    return { row: code, planned };
  });
  const rest = [
    { day: plannedFrom, value: 0 },
    { day: '2024-12-31', value: 0 },
    { day: '2025-12-31', value: unassigned },
  ];
  const nation = (values: readonly number[]) => {
    const days = [plannedFrom, '2023-12-31', '2024-12-31', '2025-12-31'];
    return [{ row: 'nation', planned: values.map((value, at) => ({ day: days[at] ?? plannedFrom, value })) }];
  };
  return {
    milestones,
    targets: [
      { figure: 'facilitiesLive', lines: [...facilities, { row: 'unassigned', planned: rest }] },
      { figure: 'teleconsultations', lines: nation([0, 3_000, 10_000, 20_000]) },
      { figure: 'aidReceivedUsd', lines: nation([0, 150_000_000, 350_000_000, 600_000_000]) },
    ],
  };
}

/** When a milestone was entered: at the end of its year, or on the day before the sample's. */
export function milestoneSaidAt(
  { on }: Pick<MilestoneProfile, 'on'>,
  { today }: Pick<Story, 'today'>,
): Instant {
  const endOfYear = `${on.slice(0, 4)}-12-30`;
  const before = addDays(today, -1);
  return `${endOfYear < before ? endOfYear : before}T09:00:00Z`;
}

/** Plans, as the managers and the administrator did. */
export async function planInSample(
  database: Database,
  pack: CountryPack,
  plan: SamplePlan,
  story: Story,
): Promise<void> {
  const authorise = () => undefined;
  const { administrator, manager, entered } = story;
  const saidOn = `${entered.targets}T09:00:00Z`;
  for (const { figure, lines } of plan.targets) {
    const idempotencyKey = `sample-target-${figure.toLowerCase()}`;
    const command = { action: 'setTarget', content: { lines }, by: manager, at: saidOn, basedOn: 0 } as const;
    await changeTarget(
      database,
      pack,
      figure,
      { ...command, idempotencyKey },
      {
        authorise,
        decide: (before) => setTarget(before, { figure, lines }, { pack }),
      },
    );
  }
  for (const milestone of plan.milestones) {
    const { milestoneId, ...content } = milestone;
    const at = milestoneSaidAt(milestone, story);
    const idempotencyKey = `sample-milestone-${milestoneId}`;
    const command = { action: 'setMilestone', content, by: administrator, at, basedOn: 0 } as const;
    await changeMilestone(
      database,
      pack,
      milestoneId,
      { ...command, idempotencyKey },
      {
        authorise,
        decide: (before) => setMilestone(before, milestone, pack),
      },
    );
  }
}
