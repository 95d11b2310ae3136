import { randomUUID } from 'node:crypto';
import type { CountryPack } from '../../functions/domain/countryPack.ts';
import { checkReadiness } from '../../functions/domain/facility/checkReadiness.ts';
import type { Facility } from '../../functions/domain/facility/facility.ts';
import * as rules from '../../functions/domain/report/monthlyReport.ts';
import type { ActionName } from '../../functions/domain/history.ts';
import type { LookedAt } from '../../functions/domain/facility/readiness.ts';
import { changeFacility } from '../../functions/store/facility/changeFacility.ts';
import { changeReport } from '../../functions/store/report/changeReport.ts';
import type { Database } from '../../functions/store/database.ts';
import { changeStage, register } from '../../functions/domain/facility/facility.ts';
import { moveToRegion } from '../../functions/domain/facility/facilityMove.ts';
import { moveFacility } from '../../functions/store/facility/moveFacility.ts';
import { liveFacility, testPack } from './builders.ts';

const by = { accountId: 'test', name: 'Test' };
const morning = '2024-12-03T08:00:00.000Z';
const today = '2024-12-03';
const anyone = () => undefined;

/** One command on a report, as a handler would pass it on. */
export interface ReportRequest {
  facilityId?: string;
  month?: string;
  basedOn: number;
  key?: string;
  at?: string;
}

/** Commands on reports through the real write path, in nobody's name. */
export function reportsOf(database: Database, pack: CountryPack = testPack) {
  const change =
    <Content>(action: ActionName, decide: (on: rules.ReportCase, content: Content) => rules.MonthlyReport) =>
    (
      { facilityId = 'UA-0001', month = '2024-11', basedOn, key = randomUUID(), at = morning }: ReportRequest,
      content: Content,
    ) =>
      changeReport(
        database,
        pack,
        { facilityId, month, basedOn, idempotencyKey: key, action, content, by, at, today },
        { authorise: anyone, decide: (on) => decide(on, content), shown: (report) => report },
      );
  return {
    saveDraft: change('saveDraft', rules.saveDraft),
    submit: change('submit', rules.submit),
    approve: change('approve', (on, _: object) => rules.approve(on)),
    correct: change('correct', (on, { reason }: { reason: string }) => rules.correct(on, reason)),
    return: change('return', (on, { field, reason }: { field: string; reason: string }) =>
      rules.returnReport(on, field, reason, by),
    ),
  };
}

/** A facility moves to another region, as a handler would pass it on, in nobody's name. */
export function moveTo(
  database: Database,
  { facilityId = 'UA-0001', basedOn = 5, key = randomUUID(), ...to }: Move,
): Promise<Facility> {
  const command = {
    basedOn,
    idempotencyKey: key,
    action: 'move',
    content: to,
    by,
    at: morning,
    today,
  } as const;
  return moveFacility(database, testPack, facilityId, command, {
    authorise: anyone,
    decide: (facility) => {
      if (!facility) throw new Error('there is a facility');
      return moveToRegion(facility, { ...to, by: by.accountId }, { pack: testPack, today });
    },
  });
}

/** Somebody looks at how ready a facility is for a solution, in nobody's name. */
export function lookAt(
  database: Database,
  { facilityId, basedOn, key = randomUUID(), solutionId, on = '2024-02-01', checks }: Look,
): Promise<Facility> {
  const looked = { solutionId, on, checks };
  const command = {
    basedOn,
    idempotencyKey: key,
    action: 'checkReadiness',
    content: looked,
    by,
    at: morning,
  } as const;
  return changeFacility(database, testPack, facilityId, command, {
    authorise: anyone,
    decide: (facility) => {
      if (!facility) throw new Error('there is a facility');
      return checkReadiness(facility, { ...looked, by: by.accountId }, { pack: testPack, today });
    },
  });
}

interface Look {
  facilityId: string;
  basedOn: number;
  key?: string;
  solutionId: string;
  on?: string;
  checks: LookedAt[];
}

interface Move {
  facilityId?: string;
  region: string;
  date: string;
  basedOn?: number;
  key?: string;
}

/** Registers a facility and takes it through its stages, each a command of its own. */
export async function joinedFacility(
  database: Database,
  more: Partial<Facility> = {},
  pack: CountryPack = testPack,
): Promise<Facility> {
  const { stages, version: _, latest: __, ...profile } = liveFacility(more);
  const command = (basedOn: number) => ({
    basedOn,
    idempotencyKey: randomUUID(),
    content: {},
    by,
    at: morning,
  });
  const [first, ...rest] = stages;
  let facility = await changeFacility(
    database,
    pack,
    profile.facilityId,
    { ...command(0), action: 'register' },
    {
      authorise: anyone,
      decide: () =>
        register(profile, {
          pack,
          date: first?.date ?? today,
          by: 'test',
          today,
          facilities: [],
          takenCodes: [],
        }),
    },
  );
  for (const stage of rest)
    facility = await changeFacility(
      database,
      pack,
      profile.facilityId,
      { ...command(facility.version), action: 'changeStage' },
      {
        authorise: anyone,
        decide: (before, { reported }) => changeStage(before ?? facility, stage, { pack, today, reported }),
      },
    );
  return facility;
}
