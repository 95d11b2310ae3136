import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { RegionCode } from '../countryPack.ts';
import { FacilityId } from '../facility/facilityProfile.ts';
import { Remark } from '../report/monthlyReport.ts';
import { SolutionId } from '../solution/solutionTerms.ts';
import { lineOf } from '../text.ts';
import {
  mostAttending,
  mostHours,
  mostLines,
  mostLinesAtOnce,
  sessionPattern,
  trainingModes,
} from './bounds.ts';

export const SessionId = z.string().check(z.regex(sessionPattern));

const Count = z.int().check(z.minimum(0), z.maximum(mostAttending));

/** Those of one staff role who came; what they are new to is as the facility declares it. */
const Attendance = z.strictObject({
  attending: Count,
  newToSolution: Count,
  /** Trained in any telemedicine equipment for the first time. */
  newToEquipment: Count,
});
export type Attendance = z.infer<typeof Attendance>;

/** Those who came from one facility, by staff role; no names are kept. */
export const Staff = z.strictObject({
  doctor: z.optional(Attendance),
  nurse: z.optional(Attendance),
  paramedic: z.optional(Attendance),
  other: z.optional(Attendance),
});
export type Staff = z.infer<typeof Staff>;

export const ToldLine = z.strictObject({ facilityId: FacilityId, staff: Staff });
export type ToldLine = z.infer<typeof ToldLine>;

/** Those of one facility. `region` is where it was in the session's month; `version` the session's when the line was last told. */
export const TrainingLine = z.extend(ToldLine, {
  region: RegionCode,
  version: z.int().check(z.minimum(1)),
});
export type TrainingLine = z.infer<typeof TrainingLine>;

const ofRegion = z.strictObject({ kind: z.literal('region'), region: RegionCode });
const ofNation = z.strictObject({ kind: z.literal('nation') });

/** Who held it: a facility, a region, or the country as a whole. */
export const ToldHost = z.union([
  z.strictObject({ kind: z.literal('facility'), facilityId: FacilityId }),
  ofRegion,
  ofNation,
]);
export type ToldHost = z.infer<typeof ToldHost>;

/** A facility that holds a session counts it where it was in that month. */
export const TrainingHost = z.union([
  z.strictObject({ kind: z.literal('facility'), facilityId: FacilityId, region: RegionCode }),
  ofRegion,
  ofNation,
]);
export type TrainingHost = z.infer<typeof TrainingHost>;

const Facts = z.strictObject({
  day: Day,
  /** What it was about: a solution, or something else in words. */
  solutionId: z.optional(SolutionId),
  topic: z.optional(lineOf(200)),
  /** Who taught: a company, an institute or a ministry. */
  provider: lineOf(200),
  mode: z.enum(trainingModes),
  hours: z.number().check(z.minimum(0.5), z.maximum(mostHours), z.multipleOf(0.5)),
});
export type SessionFacts = z.infer<typeof Facts>;

/** A session as it is told, whole. */
export const ToldSession = z.extend(Facts, {
  host: ToldHost,
  lines: z.array(ToldLine).check(z.maxLength(mostLines)),
});
export type ToldSession = z.infer<typeof ToldSession>;

/** Why a session does not count: it did not happen, or it is another one that was told twice. */
export const Cancellation = z.strictObject({
  reason: z.optional(Remark),
  mergedInto: z.optional(SessionId),
});

/** A training session. It counts once, where its host is; those who came count where their facilities are. */
export const TrainingSession = z.extend(Facts, {
  sessionId: SessionId,
  version: z.int().check(z.minimum(1)),
  host: TrainingHost,
  lines: z.array(TrainingLine).check(z.maxLength(mostLines + mostLinesAtOnce)),
  cancelled: z.optional(Cancellation),
  /** The sessions that turned out to be this one. */
  doubles: z.optional(z.array(SessionId)),
});
export type TrainingSession = z.infer<typeof TrainingSession>;
