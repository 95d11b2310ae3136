import * as z from 'zod/mini';
import { Adoption } from '../solution/adoption.ts';
import { Day, Month } from '../calendar.ts';
import { ensureInProgramme, type CountryPack } from '../countryPack.ts';
import { FacilityProfile, checkedProfile, type EditedProfile, type Known } from './facilityProfile.ts';
import { FormerRegion } from './facilityRegion.ts';
import { isLost } from '../report/liveMonths.ts';
import { DueGap, Readiness } from './readiness.ts';
import { ensure } from '../refusal.ts';
import { SolutionId } from '../solution/solutionTerms.ts';
import { ReportStatus } from '../report/reportStatus.ts';

/** The steps of joining, in order, and the pause from which a facility can come back. */
export const stages = ['planned', 'connected', 'equipped', 'trained', 'live', 'suspended'] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** Why a facility cannot go on for now. */
export const suspensionReasons = [
  'occupied',
  'fighting',
  'evacuated',
  'noPower',
  'noInternet',
  'repair',
  'closed',
] as const;
export const SuspensionReason = z.enum(suspensionReasons);
export type SuspensionReason = z.infer<typeof SuspensionReason>;

/** A facility's stage from a day on. The first releases suspended without a reason. */
export const StageChange = z.strictObject({
  stage: Stage,
  date: Day,
  by: z.string(),
  reason: z.optional(SuspensionReason),
});
export type StageChange = z.infer<typeof StageChange>;

/** Months without one between, both of them included. */
const MonthRun = z.strictObject({ from: Month, to: Month });

/** The newest month of which the facility has a report, for lists, and the months whose reports count. */
export const LatestReport = z.strictObject({
  month: Month,
  status: ReportStatus,
  /** Those that count at present. */
  teleconsultations: z.int(),
  /** Runs of months whose reports count, in order; absent where none does. */
  counted: z.optional(z.array(MonthRun)),
  /** Of each solution that nobody could use in some month, the runs of months whose reports that count say so. */
  unstaffed: z.optional(z.array(z.strictObject({ solutionId: SolutionId, months: z.array(MonthRun) }))),
});
export type LatestReport = z.infer<typeof LatestReport>;

/** A health care institution on its way to telemedicine. */
export const Facility = z.extend(FacilityProfile, {
  version: z.int().check(z.minimum(1)),
  stages: z.array(StageChange).check(z.minLength(1)),
  /** Oldest first; absent where it never moved. */
  formerRegions: z.optional(z.array(FormerRegion)),
  latest: z.optional(LatestReport),
  /** The solutions that it can use, or could: one for each; absent where there was none. */
  adoptions: z.optional(z.array(Adoption)),
  /** How ready it is for solutions: one for each that somebody has looked at. */
  readiness: z.optional(z.array(Readiness)),
});
export type Facility = z.infer<typeof Facility>;

/** A facility as lists show it. */
export const FacilityRow = z.extend(
  z.pick(Facility, {
    facilityId: true,
    names: true,
    type: true,
    region: true,
    settlement: true,
    latest: true,
  }),
  {
    stage: Stage,
    since: Day,
    /** What was to be looked at again by today, the longest due first, where the list is of those. */
    dueGaps: z.optional(z.array(DueGap)),
  },
);
export type FacilityRow = z.infer<typeof FacilityRow>;

/** The circumstances in which a facility is registered or its profile edited. */
interface ProfileCase extends Known {
  pack: CountryPack;
  today: Day;
}

/** A new facility starts as `planned`. */
export function register(
  profile: FacilityProfile,
  { date, by, ...on }: ProfileCase & { date: Day; by: string },
): Facility {
  const { pack, today } = on;
  ensureInProgramme(date, pack, today, 'plannedOn');
  return { ...checkedProfile(profile, on), version: 1, stages: [{ stage: 'planned', date, by }] };
}

/** The profile becomes this one, as a whole; the code and the region stay. */
export function edit(facility: Facility, edited: EditedProfile, on: ProfileCase): Facility {
  const { facilityId, region, version, stages, formerRegions, latest, adoptions, readiness } = facility;
  return {
    ...checkedProfile({ facilityId, region, ...edited }, on),
    version: version + 1,
    stages,
    ...(formerRegions && { formerRegions }),
    ...(latest && { latest }),
    ...(adoptions && { adoptions }),
    ...(readiness && { readiness }),
  };
}

/** Where the facility stands now. */
export function currentStage(facility: Pick<Facility, 'stages'>): StageChange {
  const last = facility.stages.at(-1);
  ensure(last, 'invalid', 'A facility has at least one stage.');
  return last;
}

/** Stages a facility can go to from one: one step forward, a pause, or back to where it paused. */
export function nextStages(facility: Pick<Facility, 'stages'>): Stage[] {
  const { stage } = currentStage(facility);
  if (stage === 'suspended') return facility.stages.slice(-2, -1).map((before) => before.stage);
  const forward = stages[stages.indexOf(stage) + 1];
  return forward === 'suspended' || forward === undefined ? ['suspended'] : [forward, 'suspended'];
}

/** What a change of stages is judged by. */
interface StageCase {
  pack: CountryPack;
  today: Day;
  /** The months of which there is a report: the facility must have been live in each of them. */
  reported: Month[];
}

/** The facility moves on, on a day that is neither before its last change nor in the future. */
export function changeStage(
  facility: Facility,
  change: StageChange,
  { pack, today, reported }: StageCase,
): Facility {
  ensure(
    nextStages(facility).includes(change.stage),
    'stageNotNext',
    `From ${currentStage(facility).stage} a facility goes to ${nextStages(facility).join(' or ')}.`,
    { field: 'stage' },
  );
  ensure(
    (change.stage === 'suspended') === (change.reason !== undefined),
    'invalid',
    'A facility is suspended for a reason, and only then there is one.',
    { field: 'reason' },
  );
  ensureInProgramme(change.date, pack, today, 'date');
  ensureInOrder(change.date, { after: currentStage(facility) });
  return withStages(facility, [...facility.stages, change], reported);
}

/** A stage began on another day than was written down. */
export function correctStage(
  facility: Facility,
  { index, date, by }: { index: number; date: Day; by: string },
  { pack, today, reported }: StageCase,
): Facility {
  const change = facility.stages[index];
  ensure(change, 'notFound', 'The facility has no such stage.');
  ensureInProgramme(date, pack, today, 'date');
  ensureInOrder(date, { after: facility.stages[index - 1], before: facility.stages[index + 1] });
  return withStages(facility, facility.stages.with(index, { ...change, date, by }), reported);
}

function withStages(facility: Facility, stages: StageChange[], reported: Month[]): Facility {
  const orphan = reported.find((month) => isLost(month, facility, { stages }));
  ensure(!orphan, 'dateNotAllowed', `There is a report for ${orphan}, when the facility would not be live.`, {
    field: 'date',
  });
  return { ...facility, version: facility.version + 1, stages };
}

/** Where several days are to be moved to later ones, they are mended from the last to the first. */
function ensureInOrder(date: Day, { after, before }: { after?: StageChange; before?: StageChange }): void {
  ensure(
    (!after || date >= after.date) && (!before || date <= before.date),
    'dateNotAllowed',
    'The day must lie between the stages before and after it.',
    { field: 'date' },
  );
}

/** What a list needs to know of a facility. */
export const FacilityIndexed = z.pick(Facility, {
  facilityId: true,
  names: true,
  type: true,
  region: true,
  settlement: true,
  stages: true,
  latest: true,
  // What only the index of narrowed lists and of maps carries.
  adoptions: true,
  readiness: true,
  coordinates: true,
});
export type FacilityIndexed = z.infer<typeof FacilityIndexed>;

/** The facility as lists show it. */
export function rowOf(facility: FacilityIndexed): FacilityRow {
  const { facilityId, names, type, region, settlement, latest } = facility;
  const { stage, date } = currentStage(facility);
  return { facilityId, names, type, region, settlement, stage, since: date, ...(latest && { latest }) };
}
