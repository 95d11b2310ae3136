import * as z from 'zod/mini';
import { Month } from '../domain/calendar.ts';
import { CommandHead } from '../domain/command.ts';
import { FacilityId } from '../domain/facility/facilityProfile.ts';
import { ProperNames } from '../domain/names.ts';
import { Remark } from '../domain/report/monthlyReport.ts';
import { SolutionId } from '../domain/solution/solutionTerms.ts';
import { mostTrainingRows } from '../domain/training/bounds.ts';
import { TrainingImportRow } from '../domain/training/trainingImport.ts';
import { TrainingRow } from '../domain/training/trainingRow.ts';
import { SessionId, Staff, ToldSession, TrainingSession } from '../domain/training/trainingSession.ts';
import { RowOutcome, importOf } from './imports.ts';
import { answer, history, nothing, params, query, signedIn } from './route.ts';

const sessionPath = { sessionId: SessionId };
/** A page of the list: a month, or a day and the session after which it begins. */
const TrainingPage = z.string().check(z.regex(/^\d{4}-\d\d(-\d\d~[a-z][a-z0-9-]{7,60})?$/));
/** A region, or the country's code for what was held for the nation as a whole. */
const HostRow = z.string().check(z.regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/));
/** The facilities that sessions name, as far as the reader sees them. */
const named = { facilities: z.array(z.strictObject({ facilityId: FacilityId, names: ProperNames })) };

export const trainingRoutes = {
  /** The newest first, a page at a time. */
  list: signedIn('GET', '/training-sessions')
    .input(
      query({
        region: z.optional(HostRow),
        from: z.optional(Month),
        to: z.optional(Month),
        solutionId: z.optional(SolutionId),
        status: z.optional(z.enum(['held', 'cancelled'])),
        page: z.optional(TrainingPage),
      }),
    )
    .output(
      answer(z.strictObject({ sessions: z.array(TrainingRow), ...named, next: z.optional(TrainingPage) })),
    ),
  /** What a facility held or sent people to, and the latest sessions of its region and the nation to which it may have. */
  ofFacility: signedIn('GET', '/facilities/{facilityId}/training-sessions')
    .input(params({ facilityId: FacilityId }))
    .output(
      answer(
        z.strictObject({
          sessions: z.array(TrainingSession),
          toJoin: z.array(TrainingSession),
          ...named,
        }),
      ),
    ),
  register: signedIn('POST', '/training-sessions')
    .input(z.extend(nothing, { body: z.extend(ToldSession, { ...CommandHead.shape, sessionId: SessionId }) }))
    .output(answer(TrainingSession)),
  /** Sessions in rows of one facility each. Answers row by row. */
  import: signedIn('POST', '/training-sessions/imports')
    .input(importOf(TrainingImportRow, mostTrainingRows))
    .output(answer(z.strictObject({ rows: z.array(z.extend(RowOutcome, { sessionId: SessionId })) }))),
  get: signedIn('GET', '/training-sessions/{sessionId}')
    .input(params(sessionPath))
    .output(answer(z.strictObject({ session: TrainingSession, ...named }))),
  /** The whole session, with those of all facilities. */
  edit: signedIn('PUT', '/training-sessions/{sessionId}')
    .input(z.extend(params(sessionPath), { body: z.extend(ToldSession, CommandHead.shape) }))
    .output(answer(TrainingSession)),
  /** Those of one facility; `basedOn` is the version of its line, 0 where there is none, so that facilities do not collide. */
  tellLine: signedIn('PUT', '/training-sessions/{sessionId}/lines/{facilityId}')
    .input(
      z.extend(params({ ...sessionPath, facilityId: FacilityId }), {
        body: z.extend(CommandHead, { staff: Staff }),
      }),
    )
    .output(answer(TrainingSession)),
  cancel: signedIn('POST', '/training-sessions/{sessionId}/cancellation')
    .input(z.extend(params(sessionPath), { body: z.extend(CommandHead, { reason: Remark }) }))
    .output(answer(TrainingSession)),
  /** Another session turned out to be this one: it counts no more, and who came to it came to this one. */
  merge: signedIn('POST', '/training-sessions/{sessionId}/doubles')
    .input(
      z.extend(params(sessionPath), {
        body: z.extend(CommandHead, { doubleId: SessionId, doubleBasedOn: z.int().check(z.minimum(1)) }),
      }),
    )
    .output(answer(TrainingSession)),
  history: signedIn('GET', '/training-sessions/{sessionId}/history')
    .input(params(sessionPath))
    .output(history),
};
