import { randomUUID } from 'node:crypto';
import type { Consignment, ReceiptBody, ToldEvent } from '../../functions/domain/equipment/consignment.ts';
import {
  addEvent,
  beginConsignment,
  receive,
  strikeOut,
  type Changed,
  type Telling,
} from '../../functions/domain/equipment/consignmentRules.ts';
import { registerDonation } from '../../functions/domain/equipment/agreement.ts';
import { takeUnits, type Agreement, type Donation } from '../../functions/domain/equipment/donation.ts';
import { correctRate } from '../../functions/domain/equipment/rateCorrection.ts';
import { ensureReady, overrideReadiness } from '../../functions/domain/equipment/readyToShip.ts';
import type { ActionName } from '../../functions/domain/history.ts';
import { ensureFound } from '../../functions/domain/permissions.ts';
import type { Database } from '../../functions/store/database.ts';
import { changeConsignment } from '../../functions/store/equipment/changeConsignment.ts';
import { changeDonation } from '../../functions/store/equipment/changeDonation.ts';
import { letConsignmentsFollow } from '../../functions/store/equipment/followRate.ts';
import { planConsignment } from '../../functions/store/equipment/planConsignment.ts';
import { changeSolution } from '../../functions/store/solution/changeSolution.ts';
import { editSolution, registerSolution } from '../../functions/domain/solution/solution.ts';
import { letHoldersFollow } from '../../functions/store/solution/followTerms.ts';
import { testPack } from './builders.ts';
import { telling } from './equipment.ts';

const anyone = () => undefined;
const { by, at, today } = telling;

interface Asked {
  key?: string;
}

const commandOf = (action: ActionName, content: object, key: string = randomUUID()) => ({
  action,
  content,
  basedOn: 0,
  idempotencyKey: key,
  by,
  at,
});

interface MonitoringEdited {
  basedOn: number;
  capability: string;
  equipmentTypes: string[];
  termsFrom: string;
  most?: number;
}

interface RateAsked {
  donationId: string;
  basedOn: number;
  usdRate: string;
  usdRateOn: string;
  most?: number;
}

/** A solution that needs a tablet at each place. */
export const monitoring = 'monitoring';

/** Registers it, in nobody's name. */
export async function registerMonitoring(database: Database): Promise<void> {
  const profile = {
    solutionId: monitoring,
    names: { en: 'Monitoring' },
    capability: testPack.capabilities[0]?.code ?? '',
    equipmentTypes: ['tablet'],
    indicators: [],
  };
  await changeSolution(database, testPack, monitoring, commandOf('register', profile), {
    authorise: anyone,
    decide: ({ takenIndicators }) =>
      registerSolution(profile, {
        date: '2024-01-01',
        by: by.accountId,
        pack: testPack,
        today,
        takenIndicators,
      }),
  });
}

/** Edits its terms; then so much follows until it is broken off. */
export async function editMonitoring(
  database: Database,
  { basedOn, key, most, termsFrom, ...edited }: Asked & MonitoringEdited,
): Promise<void> {
  const command = { ...commandOf('edit', { ...edited, termsFrom }, key), basedOn };
  const profile = { names: { en: 'Monitoring' }, indicators: [], ...edited };
  await changeSolution(database, testPack, monitoring, command, {
    authorise: anyone,
    decide: ({ solution, takenIndicators }) => {
      ensureFound(solution, 'readSolution');
      return editSolution(solution, profile, { pack: testPack, today, takenIndicators, termsFrom });
    },
  });
  await letHoldersFollow(database, testPack, monitoring, command, most);
}

/** Goes on with what still counts with former terms; answers how much is left. */
export async function followMonitoring(
  database: Database,
  { key, most }: Asked & { most?: number } = {},
): Promise<number> {
  const command = commandOf('followTerms', {}, key);
  return (await letHoldersFollow(database, testPack, monitoring, command, most)).behind;
}

/** Commands on equipment through the real write path, in nobody's name. */
export function equipmentOf(database: Database) {
  const change =
    <Content extends object>(
      action: ActionName,
      decide: (before: Consignment, content: Content, on: Telling) => Changed,
    ) =>
    (consignmentId: string, { key, placeIds, ...content }: Content & Asked & { placeIds: string[] }) =>
      changeConsignment(database, testPack, consignmentId, commandOf(action, content, key), {
        placeIds,
        withDonation: action === 'strikeOut' || action === 'addEvent',
        authorise: anyone,
        decide: ({ consignment, places, ...surroundings }) => {
          ensureFound(consignment, 'readEquipment');
          // What is left of the parameters is the content.
          const changed = decide(consignment, Object(content), { ...telling, places });
          if (action === 'addEvent') ensureReady(changed, surroundings);
          return changed;
        },
      });
  return {
    register: (donationId: string, agreement: Agreement, donorId = 'donor-1'): Promise<Donation> =>
      changeDonation(database, testPack, donationId, commandOf('register', agreement), {
        authorise: anyone,
        names: { solutionIds: agreement.lines.flatMap(({ solutionId }) => solutionId ?? []) },
        decide: ({ solutions }) =>
          registerDonation({ donationId, donorId }, agreement, { pack: testPack, today, solutions }),
      }),
    override: (donationId: string, { key }: Asked = {}): Promise<Donation> => {
      const reason = 'They were looked at';
      return changeDonation(database, testPack, donationId, commandOf('overrideReadiness', { reason }, key), {
        authorise: anyone,
        guards: 'state',
        decide: ({ donation }) => {
          ensureFound(donation, 'writeDonation');
          return overrideReadiness(donation, { reason, by, on: today });
        },
      });
    },
    plan: ({
      donationId,
      placeId,
      units,
      date = '2024-02-01',
      key,
    }: Asked & { donationId: string; placeId: string; units: number; date?: string }) =>
      planConsignment(database, testPack, commandOf('plan', { placeId, units }, key), {
        donationId,
        lineId: 'l1',
        placeId,
        authorise: anyone,
        decide: ({ donation, solution, places }) => {
          ensureFound(donation, 'readDonation');
          const { after, line, usdCents } = takeUnits(donation, 'l1', units);
          const consignment = beginConsignment(
            {
              consignmentId: `${donationId}.${after.consignments}`,
              source: { kind: 'donation', donationId, donorId: donation.donorId, lineId: 'l1' },
              equipmentType: line.equipmentType,
              ...(solution && { solution }),
              units,
              usdCents,
              ...(line.rateCorrections && { rateCorrections: line.rateCorrections }),
            },
            [{ kind: 'planned', date, to: placeId }],
            { ...telling, places },
          );
          return { donation: after, consignment };
        },
      }),
    /** Corrects the rate; then so many of its consignments follow until it is broken off. */
    correctRate: async ({ donationId, basedOn, key, most, ...rate }: Asked & RateAsked) => {
      const command = { ...commandOf('correctRate', rate, key), basedOn };
      await changeDonation(database, testPack, donationId, command, {
        authorise: anyone,
        names: { solutionIds: [] },
        decide: ({ donation }) => {
          ensureFound(donation, 'readDonation');
          return correctRate(donation, 'l1', rate, today);
        },
      });
      await letConsignmentsFollow(database, testPack, { donationId, lineId: 'l1' }, command, most);
    },
    followRate: async ({ donationId, key, most }: Asked & { donationId: string; most?: number }) =>
      letConsignmentsFollow(
        database,
        testPack,
        { donationId, lineId: 'l1' },
        commandOf('followRate', {}, key),
        most,
      ),
    addEvent: change<ToldEvent & { units?: number }>('addEvent', addEvent),
    receive: change<ReceiptBody>('receive', receive),
    strikeOut: change<{ eventId: number; reason: string }>('strikeOut', (before, strike, on) => ({
      after: strikeOut(before, strike, on),
      parts: [],
    })),
  };
}
