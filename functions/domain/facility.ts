import * as z from 'zod/mini';
import { Day, Month } from './calendar.ts';
import { RegionCode, ensureInProgramme, ownLanguage, regionCodes, type CountryPack } from './countryPack.ts';
import { isLost } from './liveMonths.ts';
import { NewProperNames, ProperNames, type Language } from './names.ts';
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

/** A profile as it may be given from now on: what was kept before is read as it is. */
export const NewFacilityProfile = z.extend(FacilityProfile, {
  names: NewProperNames,
  settlement: NewProperNames,
  population: z.optional(z.int().check(z.minimum(0), z.maximum(100_000_000))),
});

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

/** The circumstances in which a facility is registered. */
interface Registration {
  pack: CountryPack;
  date: Day;
  by: string;
  today: Day;
  /** Those of its hubs that are on record. */
  knownHubs: string[];
}

/** A new facility starts as `planned`. Coordinates are kept to a decimetre. */
export function register(
  profile: FacilityProfile,
  { pack, date, by, today, knownHubs }: Registration,
): Facility {
  const { facilityId, region, type, hubs, coordinates } = profile;
  ensureInProgramme(date, pack, today, 'plannedOn');
  ensureNamed(profile, ownLanguage(pack));
  ensure(
    facilityId.startsWith(`${pack.country}-`),
    'invalid',
    `The code of a facility in this country begins with "${pack.country}-".`,
    { field: 'facilityId' },
  );
  ensure(
    regionCodes(pack).includes(region),
    'unknownRegion',
    `There is no region "${region}" in this country.`,
    { field: 'region' },
  );
  ensure(
    pack.facilityTypes.some(({ code }) => code === type),
    'invalid',
    `There is no facility type "${type}".`,
    { field: 'type' },
  );
  ensure(!hubs.includes(facilityId), 'invalid', 'A facility does not give itself consultations.', {
    field: 'hubs',
  });
  ensure(new Set(hubs).size === hubs.length, 'invalid', 'A facility is named twice.', { field: 'hubs' });
  const unknown = hubs.find((hub) => !knownHubs.includes(hub));
  ensure(!unknown, 'invalid', `There is no facility "${unknown}".`, { field: 'hubs' });
  const at = coordinates && { lat: toDecimetre(coordinates.lat), lon: toDecimetre(coordinates.lon) };
  return {
    ...profile,
    ...(at && { coordinates: at }),
    version: 1,
    stages: [{ stage: 'planned', date, by }],
  };
}

/** What is in a country has a name in the country's own language. */
function ensureNamed(
  { names, settlement }: Pick<FacilityProfile, 'names' | 'settlement'>,
  language: Language,
): void {
  const sentence = `Names are given in the country's own language, "${language}", at least.`;
  ensure(names[language], 'invalid', sentence, { field: `names.${language}` });
  ensure(settlement[language], 'invalid', sentence, { field: `settlement.${language}` });
}

/** Degrees with six decimals; what is nearly zero is zero and not minus zero, which no database keeps. */
function toDecimetre(degrees: number): number {
  return Number(degrees.toFixed(6)) + 0;
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
});
export type FacilityIndexed = z.infer<typeof FacilityIndexed>;

/** The facility as lists show it. */
export function rowOf(facility: FacilityIndexed): FacilityRow {
  const { facilityId, names, type, region, settlement, latest } = facility;
  const { stage, date } = currentStage(facility);
  return { facilityId, names, type, region, settlement, stage, since: date, ...(latest && { latest }) };
}
