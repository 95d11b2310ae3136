import * as z from 'zod/mini';
import { Day, Month, lastDayOf, monthOf } from './calendar.ts';
import { RegionCode, type CountryPack } from './countryPack.ts';
import { ProperNames } from './names.ts';
import { ensure } from './refusal.ts';
import { ReportStatus } from './reportStatus.ts';

/** The steps of joining, in order, and the pause from which a facility can come back. */
export const stages = ['planned', 'connected', 'equipped', 'trained', 'live', 'suspended'] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** A facility's stage from a day on. */
export const StageChange = z.strictObject({ stage: Stage, date: Day, by: z.string() });
export type StageChange = z.infer<typeof StageChange>;

export const FacilityId = z.string().check(z.regex(/^[A-Z]{2}-\d{4,6}$/));

const Coordinates = z.strictObject({
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
  lon: z.number().check(z.minimum(-180), z.maximum(180)),
});

/** What is known of a facility besides its progress. */
export const FacilityProfile = z.strictObject({
  facilityId: FacilityId,
  names: ProperNames,
  type: z.string(),
  region: RegionCode,
  settlement: ProperNames,
  coordinates: z.optional(Coordinates),
  /** Residents served. */
  population: z.optional(z.int().check(z.minimum(0))),
  connectivity: z.enum(['none', 'mobile', 'satellite', 'broadband']),
  power: z.enum(['grid', 'gridWithBackup', 'unreliable']),
  /** Facilities that give this one consultations. */
  hubs: z.array(FacilityId).check(z.maxLength(20)),
});
export type FacilityProfile = z.infer<typeof FacilityProfile>;

/** The newest month of which the facility has a report, for lists. */
export const LatestReport = z.strictObject({
  month: Month,
  status: ReportStatus,
  /** Those that count at present. */
  teleconsultations: z.int(),
});
export type LatestReport = z.infer<typeof LatestReport>;

/** A health care institution on its way to telemedicine. */
export const Facility = z.extend(FacilityProfile, {
  version: z.int().check(z.minimum(1)),
  stages: z.array(StageChange).check(z.minLength(1)),
  latest: z.optional(LatestReport),
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
  { stage: Stage, since: Day },
);
export type FacilityRow = z.infer<typeof FacilityRow>;

/** A new facility starts as `planned`. */
export function register(
  profile: FacilityProfile,
  pack: CountryPack,
  { date, by }: Omit<StageChange, 'stage'>,
  today: Day,
): Facility {
  ensure(date <= today, 'dateNotAllowed', 'The day cannot lie in the future.', { field: 'plannedOn' });
  ensure(
    pack.regions.some((region) => region.code === profile.region),
    'unknownRegion',
    `There is no region "${profile.region}" in this country.`,
    { field: 'region' },
  );
  ensure(
    pack.facilityTypes.some((type) => type.code === profile.type),
    'invalid',
    `There is no facility type "${profile.type}".`,
    { field: 'type' },
  );
  return { ...profile, version: 1, stages: [{ stage: 'planned', date, by }] };
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

/** The facility moves on, on a day that is neither before its last change nor in the future. */
export function changeStage(facility: Facility, change: StageChange, today: Day): Facility {
  ensure(
    nextStages(facility).includes(change.stage),
    'stageNotNext',
    `From ${currentStage(facility).stage} a facility goes to ${nextStages(facility).join(' or ')}.`,
    { field: 'stage' },
  );
  ensure(
    change.date >= currentStage(facility).date && change.date <= today,
    'dateNotAllowed',
    'The day must lie between the last change and today.',
    { field: 'date' },
  );
  return { ...facility, version: facility.version + 1, stages: [...facility.stages, change] };
}

/** Whether the facility was live on any day of the month, so that it can have something to report. */
export function wasLive(facility: Pick<Facility, 'stages'>, month: Month): boolean {
  return facility.stages.some((change, index) => {
    const until = facility.stages[index + 1]?.date;
    return change.stage === 'live' && monthOf(change.date) <= month && (!until || monthOf(until) >= month);
  });
}

/** Whether a report is expected: live at the end of the month. */
export function expectsReport(facility: Pick<Facility, 'stages'>, month: Month): boolean {
  return facility.stages.findLast((change) => change.date <= lastDayOf(month))?.stage === 'live';
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
});
export type FacilityIndexed = z.infer<typeof FacilityIndexed>;

/** The facility as lists show it. */
export function rowOf(facility: FacilityIndexed): FacilityRow {
  const { facilityId, names, type, region, settlement, latest } = facility;
  const { stage, date } = currentStage(facility);
  return { facilityId, names, type, region, settlement, stage, since: date, ...(latest && { latest }) };
}
