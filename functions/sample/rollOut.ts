import { addDays, type Day, daysFrom } from '../domain/calendar.ts';
import { stages, type Stage, type StageChange } from '../domain/facility/facility.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import { workdayUpTo } from './days.ts';
import { sampleToday, standing } from './publishedFigures.ts';
import type { Site } from './dueReports.ts';
import { administrator } from './people.ts';
import { Random } from './random.ts';

const by = administrator.accountId;
const programmeStart: Day = '2022-09-05';
const firstLive: Day = '2022-12-05';
const lastLive: Day = '2024-11-29';

/** Live once, and paused since. */
const paused: Record<string, Pick<StageChange, 'date' | 'reason'>> = {
  'Orikhiv district hospital': { date: '2024-02-12', reason: 'noPower' },
  'Vovchansk district hospital': { date: '2024-05-13', reason: 'fighting' },
  'Pokrovsk district hospital': { date: '2024-09-16', reason: 'evacuated' },
};

/** Where nothing can begin for now. */
const waiting = 'UA-09';

/** How late a type joins, from 0 for at once; chance adds up to 1. */
const patience: Record<string, number> = {
  regionalHospital: -0.5,
  maternityHospital: 0.1,
  districtHospital: 0,
  districtClinic: 0.2,
  primaryCareCentre: 0.3,
  ruralClinic: 0.4,
  emergencyStation: 0.5,
};

/** Days from one stage to the next, at least and at most. */
const pace: Record<Stage, [number, number]> = {
  planned: [0, 0],
  connected: [20, 90],
  equipped: [20, 75],
  trained: [7, 40],
  live: [3, 25],
  suspended: [0, 0],
};

/** The facilities with the stages they have gone through up to the sample's day. */
export function rollOut(profiles: FacilityProfile[]): Site[] {
  const inTurn = profiles.toSorted((a, b) => turn(a) - turn(b));
  const joining = standing.live + standing.suspended;
  const joined = inTurn.slice(0, joining).map((profile, index): [string, StageChange[]] => {
    const path = pathTo('live', liveOn(index / (joining - 1)), profile.facilityId);
    const pause = paused[profile.names.en ?? ''];
    return [profile.facilityId, pause ? [...path, { stage: 'suspended', ...pause, by }] : path];
  });
  const onTheWay = (['trained', 'equipped', 'connected', 'planned'] as const).flatMap((stage) =>
    Array.from({ length: standing[stage] }, () => stage),
  );
  const others = inTurn.slice(joining).map(({ facilityId }, index): [string, StageChange[]] => {
    const lately = addDays(sampleToday, -new Random(facilityId, 'stage').between(0, 150));
    return [facilityId, pathTo(onTheWay[index] ?? 'planned', lately, facilityId)];
  });
  const paths = new Map([...joined, ...others]);
  return profiles.map((profile) => ({ profile, stages: paths.get(profile.facilityId) ?? [] }));
}

function turn({ facilityId, type, region, names }: FacilityProfile): number {
  if (region === waiting) return 9;
  if (paused[names.en ?? '']) return 0.2;
  return (patience[type] ?? 0) + new Random(facilityId, 'turn').next();
}

/** A slow start, a busy turn of 2024 and a slow end: the day by which a share of all (0 to 1) has joined. */
function liveOn(share: number): Day {
  const logit = (x: number) => Math.log(x / (1 - x));
  const flat = 0.06;
  const middle = 0.58;
  const even = 0.5 + logit(flat + share * (1 - 2 * flat)) / (2 * logit(1 - flat));
  const position = Math.max(0, even) ** (Math.log(middle) / Math.log(0.5));
  return addDays(firstLive, Math.round(position * daysFrom(firstLive, lastLive)));
}

function pathTo(stage: Stage, on: Day, facilityId: string): StageChange[] {
  const random = new Random(facilityId, 'path');
  const path: StageChange[] = [];
  let date = on;
  for (const reached of stages.slice(0, stages.indexOf(stage) + 1).toReversed()) {
    date = date < programmeStart ? programmeStart : workdayUpTo(date);
    path.unshift({ stage: reached, date, by });
    date = addDays(date, -random.between(...pace[reached]));
  }
  return path;
}
