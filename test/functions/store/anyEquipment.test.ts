import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../../../functions/domain/calendar.ts';
import { adoptionPeriods } from '../../../functions/domain/solution/adoption.ts';
import {
  type Consignment,
  type EquipmentState,
  type EventKind,
} from '../../../functions/domain/equipment/consignment.ts';
import {
  donorScope,
  equipmentScope,
  solutionScope,
  typeScope,
} from '../../../functions/domain/equipment/chain/chainScopes.ts';
import {
  facilityConcernFigure,
  facilityConcerns,
} from '../../../functions/domain/facility/facilityConcern.ts';
import { cubeOf, ProgressSums } from '../../../functions/domain/progress.ts';
import { capabilityFigure } from '../../../functions/domain/solution/solutionFigures.ts';
import { installedSpans } from '../../../functions/domain/equipment/installedSpans.ts';
import { standingOf } from '../../../functions/domain/equipment/standing.ts';
import { useFunnel } from '../../../functions/domain/equipment/chain/useFunnel.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { termsOf } from '../../../functions/domain/solution/solution.ts';
import { checkRows } from '../../../functions/rebuild/rows.ts';
import type { Database } from '../../../functions/store/database.ts';
import { MonthlyReports } from '../../../functions/store/report/monthlyReports.ts';
import { coverCode } from '../../../functions/domain/report/cover.ts';
import { Consignments } from '../../../functions/store/equipment/consignments.ts';
import { Donations } from '../../../functions/store/equipment/donations.ts';
import { listFacilities } from '../../../functions/store/facility/facilityList.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { Solutions } from '../../../functions/store/solution/solutions.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { donationIds, equipmentAsks, facilityIds, type Ask } from '../../support/sequence/anyEquipment.ts';
import { startAsking, type Asking } from '../../support/sequence/asking.ts';
import { figures, testPack } from '../../support/builders.ts';
import { agreement, allMet, telling } from '../../support/equipment.ts';
import {
  editMonitoring,
  equipmentOf,
  followMonitoring,
  monitoring,
  registerMonitoring,
} from '../../support/equipmentCommands.ts';
import { joinedFacility, lookAt, moveTo, reportsOf } from '../../support/rollout.ts';

const [donationId] = donationIds;
/** Reports say how many can use what is installed. */
const pack = { ...testPack, coverSince: '2024-10' };

let asking: Asking;
let database: Database;

beforeAll(async () => {
  asking = await startAsking();
  ({ database } = asking);
  for (const facilityId of facilityIds)
    await joinedFacility(database, { facilityId, region: facilityId === 'UA-0002' ? 'UA-51' : 'UA-46' });
  await registerMonitoring(database);
  const lines = agreement.lines.map((line) => ({ ...line, quantity: 40, solutionId: monitoring }));
  for (const id of donationIds) await equipmentOf(database).register(id, { ...agreement, lines });
  await lookAt(database, { facilityId: 'UA-0001', basedOn: 5, solutionId: monitoring, checks: allMet });
  // From the beginning there are units on their way, installed and in use, or most sequences would not come that far.
  const lives: EventKind[][] = [
    ['shipped'],
    ['shipped', 'received', 'installed'],
    ['shipped', 'received', 'installed', 'firstUse'],
  ];
  for (const [index, kinds] of lives.entries()) {
    await equipmentOf(database).plan({ donationId, placeId: 'UA-0001', units: 3 });
    for (const kind of kinds)
      await equipmentOf(database).addEvent(`${donationId}.${index + 1}`, {
        kind,
        date: '2024-03-05',
        placeIds: ['UA-0001'],
      });
  }
});
afterAll(() => asking.stop());

/** What takes units on from each state. */
const onward: Partial<Record<EquipmentState, EventKind>> = {
  planned: 'shipped',
  shipped: 'received',
  received: 'installed',
  installed: 'firstUse',
  inUse: 'fault',
};

async function perform(ask: Ask): Promise<void> {
  await asking.asked(ask, await commandOf(ask));
}

async function commandOf(ask: Ask): Promise<(key: string) => Promise<unknown>> {
  const equipment = equipmentOf(database);
  if (ask.do === 'plan') {
    const { donationId, placeId, units } = ask;
    return (key) => equipment.plan({ donationId, placeId, units, key });
  }
  if (ask.do === 'override') return (key) => equipment.override(donationId, { key });
  const basedOn = async (facilityId: string) =>
    (await new Facilities(database).find(facilityId))?.version ?? 0;
  if (ask.do === 'lookAt') {
    const { facilityId, isReady, on, lookAgainOn } = ask;
    const look = { facilityId, basedOn: await basedOn(facilityId), solutionId: monitoring, on };
    const gap = { check: 'power', isMet: false, lookAgainOn } as const;
    return (key) => lookAt(database, { ...look, key, checks: isReady ? allMet : [gap] });
  }
  if (ask.do === 'move') {
    const { facilityId, region, date } = ask;
    const version = await basedOn(facilityId);
    return (key) => moveTo(database, { facilityId, region, date, basedOn: version, key });
  }
  if (ask.do === 'report') {
    const { facilityId, month, action, canUse } = ask;
    const version = (await new MonthlyReports(database).find(facilityId, month))?.version ?? 0;
    const cover = canUse === undefined ? {} : { [coverCode(monitoring)]: canUse };
    const content = { figures: { ...figures, ...cover }, field: 'resolved', reason: 'Please check' };
    return (key) => reportsOf(database, pack)[action]({ facilityId, month, basedOn: version, key }, content);
  }
  if (ask.do === 'correctRate') {
    const { usdRate, most } = ask;
    const basedOn = (await new Donations(database, testPack).find(donationId))?.version ?? 0;
    return (key) =>
      equipment.correctRate({ donationId, basedOn, usdRate, usdRateOn: '2024-01-16', most, key });
  }
  if (ask.do === 'editSolution') {
    const { capability, termsFrom, most } = ask;
    const equipmentTypes = [...ask.equipmentTypes];
    const basedOn = (await new Solutions(database, testPack).find(monitoring))?.version ?? 0;
    return (key) => editMonitoring(database, { basedOn, capability, equipmentTypes, termsFrom, most, key });
  }
  if (ask.do === 'followTerms') {
    const { most } = ask;
    return async (key) => void (await followMonitoring(database, { most, key }));
  }
  if (ask.do === 'followRate') {
    const { most } = ask;
    // What a donation is then is no answer of the command: others write to it as well.
    return async (key) => void (await equipment.followRate({ donationId, most, key }));
  }
  const known = await new Consignments(database).ofDonation(ask.donationId);
  const id = known[ask.at % Math.max(1, known.length)]?.consignmentId ?? 'aid.1';
  const placeIds = facilityIds.slice(0, 1);
  if (ask.do === 'receive') {
    const { date, working, damaged } = ask;
    return (key) => equipment.receive(id, { date, working, damaged, placeIds, key });
  }
  if (ask.do === 'strikeOut')
    return (key) => equipment.strikeOut(id, { eventId: ask.eventId, reason: 'a mistake', placeIds, key });
  const { date, to, units } = ask;
  const kind = ask.kind === 'onward' ? nextOf(known.find((one) => one.consignmentId === id)) : ask.kind;
  const needsPlace = kind === 'planned' || kind === 'transferOffered';
  return (key) =>
    equipment.addEvent(id, {
      kind,
      date,
      ...(needsPlace && { to }),
      ...(units && { units }),
      placeIds: [to],
      key,
    });
}

function nextOf(consignment: Consignment | undefined): EventKind {
  const standing = consignment && standingOf(consignment);
  if (standing?.offeredTo) return 'transferAccepted';
  if (standing?.holder && standing.destination && standing.state !== 'shipped') return 'shipped';
  return onward[standing?.state ?? 'planned'] ?? 'note';
}

describe('after any sequence of plans, events, splits, transfers, checklists, overrides, moves, corrected rates, edited solutions, reports, retries and conflicts', () => {
  test('progress equals its records, units and cents are all there, adoptions follow from what is installed, and lists are as long as their figures say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(equipmentAsks, { minLength: 1, maxLength: 3 }), { maxLength: 14 }),
        async (rounds) => {
          for (const together of rounds) await Promise.all(together.map(perform));

          await expectClean();
          await expectAllThere();
          await expectChain();
          await expectRateFollowed();
          await expectAdoptionsFollow();
          await expectTermsFollowed();
          await expectListsAsCounted();
        },
      ),
      { numRuns: 12 },
    );
  });
});

async function expectClean(): Promise<void> {
  const { differences, unsettled } = await checkRows(database, pack);
  expect([differences, unsettled]).toEqual([[], []]);
}

/** Once who broke off goes on, every unit is worth its share at the rate that is right, and all aid is accounted for. */
async function expectRateFollowed(): Promise<void> {
  const { lines = [] } = (await equipmentOf(database).followRate({ donationId })) ?? {};
  await expectClean();
  await expectAllThere();
  const [line] = lines;
  const standingFor = async (id: string) =>
    (await new Consignments(database).ofDonation(id)).filter((one) => standingOf(one));
  const standing = await standingFor(donationId);
  const each = Math.floor((line?.usdCents ?? 0) / (line?.quantity ?? 1));
  expect(line).not.toHaveProperty('behind');
  for (const { units, usdCents, rateCorrections } of standing) {
    expect(rateCorrections).toBe(line?.rateCorrections);
    expect([usdCents >= each * units, usdCents <= (each + 1) * units]).toEqual([true, true]);
  }
  const rows = await new Progress(database, pack).ofScope('donor:donor-1', telling.today);
  const of = (name: string) => rows.reduce((sum, { amounts }) => sum + (amounts[name] ?? 0), 0);
  const all = (await Promise.all(donationIds.map(standingFor))).flat();
  const isOnFirstWay = all.reduce((sum, one) => {
    const { state, holder } = standingOf(one) ?? {};
    return sum + (state === 'shipped' && !holder ? one.usdCents : 0);
  }, 0);
  const given = await new Donations(database, pack).ofDonor('donor-1');
  const pledged = given.flatMap((one) => one.lines).reduce((sum, { usdCents }) => sum + usdCents, 0);
  expect(of('aidPledgedUsd')).toBe(pledged);
  expect(of('aidShippedUsd')).toBe(of('aidReceivedUsd') + isOnFirstWay + of('aidLostUnderWayUsd'));
  const kept = ['aidHeldUsd', 'aidLostUsd', 'aidDestroyedUsd', 'aidScrappedUsd', 'aidReturnedUsd'];
  expect(of('aidReceivedUsd')).toBe(kept.reduce((sum, name) => sum + of(name), 0));
}

/** Of all, of the type, of the solution and of the donor the same units came as far, in every row one step after the other. */
async function expectChain(): Promise<void> {
  const regions = regionCodes(pack);
  const scopes = [equipmentScope, typeScope('tablet'), solutionScope(monitoring), donorScope('donor-1')];
  const funnels = await Promise.all(
    scopes.map(async (scope) => {
      const cube = cubeOf(await new Progress(database, pack).ofScope(scope, telling.today), regions);
      for (const region of regions) {
        const units = useFunnel(cube, [region]).steps.map((step) => step.units);
        expect([...units, 0]).toEqual([...units, 0].sort((a, b) => b - a));
      }
      return useFunnel(cube);
    }),
  );
  const [all, ...others] = funnels;
  for (const one of others) expect(one).toEqual(all);
  const known = (
    await Promise.all(donationIds.map((id) => new Consignments(database).ofDonation(id)))
  ).flat();
  const planned = known.filter((one) => standingOf(one)).reduce((sum, { units }) => sum + units, 0);
  const [pledged, shipped] = all?.steps ?? [];
  const waiting = shipped?.missing.find(({ why }) => why === 'unplanned')?.units ?? 0;
  expect((pledged?.units ?? 0) - waiting).toBe(planned);
}

/** What a line has in consignments is in them. */
async function expectAllThere(): Promise<void> {
  for (const id of donationIds) {
    const found = await new Donations(database, pack).find(id);
    const known = await new Consignments(database).ofDonation(id);
    const standing = known.filter((one) => standingOf(one));
    const sum = (name: 'units' | 'usdCents') => standing.reduce((all, one) => all + one[name], 0);
    expect(found?.lines.map(({ planned }) => planned)).toEqual([
      { units: sum('units'), usdCents: sum('usdCents') },
    ]);
  }
}

/** What a facility keeps of its equipment is what the consignments say. */
async function expectAdoptionsFollow(): Promise<void> {
  for (const facilityId of facilityIds) {
    const facility = await new Facilities(database).find(facilityId);
    const known = await new Consignments(database).everAt(facilityId);
    const spans = known.flatMap((one) => installedSpans(one, facilityId));
    const [adoption] = facility?.adoptions ?? [];
    const periods = adoption && adoptionPeriods(adoption.terms, new Map([['tablet', spans]]));
    expect(adoption?.periods).toEqual(periods);
    expect(adoption?.equipment.flatMap((one) => one.spans).length ?? 0).toBe(spans.length);
  }
}

/** Once who broke off goes on, everything counts with what the solution says. */
async function expectTermsFollowed(): Promise<void> {
  while ((await followMonitoring(database)) > 0);
  await expectClean();
  await expectAdoptionsFollow();
  const solution = await new Solutions(database, pack).find(monitoring);
  const terms = solution && termsOf(solution);
  const known = await new Consignments(database).ofDonation(donationId);
  for (const one of known) expect(one.solution?.terms).toEqual(terms);
  for (const facilityId of facilityIds)
    for (const one of (await new Facilities(database).find(facilityId))?.adoptions ?? [])
      expect(one.terms).toEqual(terms);
}

/** Of each region, as many facilities are listed as the figure counts. No gap falls due in the rest of the month. */
async function expectListsAsCounted(): Promise<void> {
  const { today } = telling;
  const regions = regionCodes(pack);
  const cube = cubeOf(await new Progress(database, pack).ofScope('country', today), regions);
  const sums = new ProgressSums(cube, pack);
  const lists = [
    ...pack.capabilities.map(({ code }) => ({
      wanted: { capability: code },
      figure: capabilityFigure('facilitiesWith', code),
    })),
    ...facilityConcerns.map((concern) => ({ wanted: { concern }, figure: facilityConcernFigure(concern) })),
  ];
  for (const region of regions)
    for (const { wanted, figure } of lists) {
      const on = { today, pack };
      const { facilities } = await listFacilities(database, regions, { region, ...wanted }, on);
      expect(facilities.length, `${figure} ${region}`).toBe(sums.value(figure, monthOf(today), [region]));
    }
}
