import { expect, test } from 'vitest';
import { askedIndicators } from '../../../functions/domain/report/askedIndicators.ts';
import { daysFrom } from '../../../functions/domain/calendar.ts';
import { addedUp } from '../../../functions/domain/contribution.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { inUseAt, silenceOf, type Silence } from '../../../functions/domain/equipment/chain/silence.ts';
import { Consignment, equipmentStates } from '../../../functions/domain/equipment/consignment.ts';
import { consignmentContributions } from '../../../functions/domain/equipment/consignmentContributions.ts';
import { donationContributions } from '../../../functions/domain/equipment/donationContributions.ts';
import { registerDonation } from '../../../functions/domain/equipment/agreement.ts';
import { standingOf, stepsOf, type Standing } from '../../../functions/domain/equipment/standing.ts';
import { facilityContributions } from '../../../functions/domain/facility/facilityContributions.ts';
import { cubeOf, ProgressSums, summaryOf } from '../../../functions/domain/progress.ts';
import { dueGaps, readyFor } from '../../../functions/domain/facility/readiness.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { closing } from '../../../functions/sample/equipment/agreements.ts';
import { closingValue, placesOf } from '../../../functions/sample/equipment/aid.ts';
import { unitsAfter } from '../../../functions/sample/equipment/unitsEvent.ts';
import { sampleOf, sampleToday } from '../../../functions/sample/sample.ts';
import { replayed } from '../../../functions/sample/timeline.ts';

const pack = packFor('UA');
const sample = sampleOf(pack);
const states = sample.timelines.map((timeline) => replayed(timeline, pack));
const facilities = states.flatMap(({ facility }) => facility ?? []);
const reports = states.flatMap((state) => state.reports);
const places = placesOf(facilities.map((profile) => ({ profile })));
const consignments = [
  ...unitsAfter(
    {
      planned: [...states.flatMap((state) => state.consignments), ...sample.movedOn.planned],
      events: sample.movedOn.events,
    },
    places,
  ).values(),
].map((one) => Consignment.parse(one));
const solutions = sample.solutions.flatMap(([solution]) => solution?.solutionId ?? []);
const donations = sample.gifts.map(({ pledge: { agreement, ...ids } }) =>
  registerDonation(ids, agreement, { pack, today: sampleToday, solutions }),
);
const counted = consignments.flatMap((one) => consignmentContributions(one, pack));

const ofCountry = [
  ...facilities.flatMap((facility) => facilityContributions(facility, pack)),
  ...donations.flatMap((donation) => donationContributions(donation, pack)),
  ...counted,
].filter(({ scope }) => scope === 'country');
const sums = new ProgressSums(cubeOf(addedUp(ofCountry), regionCodes(pack)), pack);
const { figures } = summaryOf(sums, '2024-11');
const seen = (is: (standing: Standing, one: Consignment) => unknown) =>
  consignments.filter((one) => {
    const standing = standingOf(one);
    return standing && is(standing, one);
  });

test('exactly the published aid is received by the end of November; more is pledged and shipped', () => {
  const { aidPledgedUsd = 0, aidShippedUsd = 0, aidReceivedUsd } = figures;

  expect(aidReceivedUsd).toBe(400_000_000);
  expect(aidShippedUsd).toBeGreaterThan(400_000_000);
  expect(aidPledgedUsd).toBeGreaterThan(aidShippedUsd);
});

test('the published numbers of facilities can use each solution', () => {
  expect(figures).toMatchObject({
    'facilitiesWith.pregnancyMonitoring': 182,
    'facilitiesWith.selfExamination': 30,
    'facilitiesWith.aiCt': 5,
    'facilitiesWith.virtualOperatingRoom': 2,
    'facilitiesWith.arNeurorehabilitation': 8,
  });
});

test('one unit makes the aid received come out, and costs what such a thing may cost', () => {
  const [line] = donations.find(({ donationId }) => donationId === closing.donationId)?.lines ?? [];

  expect(line?.quantity).toBe(1);
  expect(line?.usdCents).toBeGreaterThan(4_000_000);
  expect(line?.usdCents).toBeLessThan(9_000_000);
});

test('the closing value is what lacks, and there must be some', () => {
  const [other] = consignments.filter(({ usdCents }) => usdCents > 0 && usdCents < 400_000_000);
  const worth = (usdCents: number) => (other ? [{ ...other, usdCents }] : []);

  expect(closingValue([], pack)).toBe(400_000_000);
  expect(closingValue(worth(399_999_999), pack)).toBe(1);
  expect(() => closingValue(worth(400_000_000), pack)).toThrow(/400000000 cents/);
});

test('each donation’s money is where its units are, to the cent', () => {
  for (const { donationId, lines } of donations) {
    const own = consignments.filter(
      ({ source }) => source.kind === 'donation' && source.donationId === donationId,
    );
    const amounts: Record<string, number> = {};
    for (const one of own)
      for (const { scope, amounts: each } of consignmentContributions(one, pack))
        if (scope === 'country')
          for (const [name, amount] of Object.entries(each)) amounts[name] = (amounts[name] ?? 0) + amount;
    const of = (name: string) => amounts[name] ?? 0;
    const underWay = own
      .filter((one) => {
        const standing = standingOf(one);
        return standing?.state === 'shipped' && !standing.holder;
      })
      .reduce((sum, { usdCents }) => sum + usdCents, 0);

    expect(of('aidShippedUsd')).toBe(of('aidReceivedUsd') + underWay + of('aidLostUnderWayUsd'));
    expect(of('aidReceivedUsd')).toBe(
      of('aidHeldUsd') +
        of('aidLostUsd') +
        of('aidDestroyedUsd') +
        of('aidScrappedUsd') +
        of('aidReturnedUsd'),
    );
    expect(of('aidShippedUsd')).toBeLessThanOrEqual(lines.reduce((sum, { usdCents }) => sum + usdCents, 0));
  }
});

test('a facility that is equipped had received something by then', () => {
  const receipts = consignments.flatMap((one) =>
    stepsOf(one).flatMap(({ event, standing }) =>
      event.kind === 'received' ? { placeId: standing.holder?.placeId, date: event.date } : [],
    ),
  );
  const byPlace = Map.groupBy(receipts, ({ placeId }) => placeId);
  for (const { facilityId, stages } of facilities) {
    const equipped = stages.find(({ stage }) => stage === 'equipped')?.date;
    if (!equipped) continue;
    const hasSomething = byPlace.get(facilityId)?.some(({ date }) => date <= equipped);
    expect([facilityId, hasSomething]).toEqual([facilityId, true]);
  }
});

test('nothing is planned before its donation is agreed, or for a facility before that is registered', () => {
  for (const { pledge, plans } of sample.gifts) {
    expect(plans.every(({ date }) => date >= (pledge.agreement.agreedOn ?? ''))).toBe(true);
    for (const { placeId, date } of plans) {
      const registered = facilities.find(({ facilityId }) => facilityId === placeId)?.stages[0]?.date ?? '';
      expect(date >= registered).toBe(true);
    }
  }
});

test('donations are in three currencies, from four donors, one of them the demonstration’s', () => {
  const donor = sample.accounts.find(({ role }) => role === 'donor');

  expect(new Set(donations.map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR', 'CHF']));
  expect(new Set(donations.map(({ donorId }) => donorId)).size).toBe(4);
  expect(donations.map(({ donorId }) => donorId)).toContain(donor?.donorId);
});

test('every state but a return is there, and all that can befall equipment', () => {
  const states = new Set(seen(() => true).map((one) => standingOf(one)?.state));

  expect(equipmentStates.filter((state) => !states.has(state))).toEqual(['returned']);
  expect(seen(({ faultySince }) => faultySince && daysFrom(faultySince, sampleToday) > 30)).not.toEqual([]);
  expect(seen(({ state, since }) => state === 'shipped' && daysFrom(since, sampleToday) > 120)).not.toEqual(
    [],
  );
  expect(seen(({ missingSince }) => missingSince)).not.toEqual([]);
  expect(seen(({ unused }) => unused?.kind === 'stored' && unused.reason)).not.toEqual([]);
  expect(seen(({ unused }) => unused?.kind === 'notInUse' && unused.reason)).not.toEqual([]);
  expect(seen(({ offeredTo }) => offeredTo)).not.toEqual([]);
  expect(seen((_, { log }) => log.some(({ kind }) => kind === 'repaired'))).not.toEqual([]);
  expect(seen((_, { partOf }) => partOf)).not.toEqual([]);
  expect(seen((_, { source }) => source.kind === 'state').length).toBeGreaterThan(50);
  expect(seen((_, { source }) => source.kind === 'unknown').length).toBe(2);
});

test('units moved between regions with consent, and on from the warehouse', () => {
  const moved = seen(
    ({ state }, { log }) => state === 'inUse' && log.some(({ kind }) => kind === 'transferAccepted'),
  );
  const stored = seen(({ holder, destination }) => holder?.placeId === 'UA-W01' && !destination);
  const movingOn = seen(({ holder, destination }) => holder?.placeId === 'UA-W01' && destination);

  expect(moved.map(({ log }) => log.flatMap(({ to }) => to?.region ?? []))).toEqual([['UA-65', 'UA-51']]);
  expect([stored, movingOn].map((some) => some.map(({ units }) => units))).toEqual([[5], [3]]);
});

test('what shows a solution’s use is reported where it was adopted in the month, and only there', () => {
  const adopting = new Map(facilities.map((facility) => [facility.facilityId, facility]));
  const handedIn = reports.filter(({ submittedOn }) => submittedOn);

  for (const { facilityId, month, figures: typed } of handedIn) {
    const asked = askedIndicators(pack, adopting.get(facilityId) ?? {}, month);
    expect(Object.keys(typed)).toEqual(asked.map(({ code }) => code));
  }
  const using = (code: string) => handedIn.filter((report) => (report.figures[code] ?? 0) > 0).length;
  for (const code of ['pregnancyMonitoringSessions', 'selfExaminations', 'rehabilitationSessions'])
    expect(using(code)).toBeGreaterThan(10);
  expect(using('ctStudiesReadWithAi')).toBeGreaterThan(10);
  expect(using('operationsConsulted')).toBeGreaterThan(1);
});

test('heads have looked at what is sent to them: some places are ready, some have gaps that are due', () => {
  const looked = facilities.filter(({ readiness }) => readiness);
  const due = looked.filter((facility) => dueGaps(facility, sampleToday).length > 0);

  expect(looked.length).toBeGreaterThan(20);
  expect(looked.filter((facility) => readyFor(facility).length > 0).length).toBeGreaterThan(10);
  expect(due.length).toBeGreaterThan(5);
});

test('a dozen units are silent, and most heads say why; of others it is not known, and most are used', () => {
  const byPlace = Map.groupBy(reports, ({ facilityId }) => facilityId);
  const known = { today: sampleToday, pack };
  const judged = consignments.flatMap((one) => {
    const placeId = inUseAt(one)?.placeId;
    return (placeId && silenceOf(one, byPlace.get(placeId) ?? [], known)) || [];
  });
  const of = (verdict: Silence['verdict']) => judged.filter((one) => one.verdict === verdict);
  const explained = of('silent').filter(({ months }) => months.some(({ note }) => note));

  expect([of('silent').length, explained.length]).toEqual([11, 7]);
  expect(of('notKnown').length).toBeGreaterThan(20);
  expect(of('notSilent').length).toBeGreaterThan(of('silent').length + of('notKnown').length);
});

test('equipment that was ever used had been installed before, and broke only then', () => {
  for (const one of consignments) {
    const kinds = one.log.map(({ kind }) => kind);
    if (!kinds.includes('repaired') && !kinds.includes('destroyed')) continue;
    expect(kinds.indexOf('firstUse')).toBeGreaterThan(kinds.indexOf('installed'));
    expect(kinds.slice(0, kinds.indexOf('firstUse'))).not.toContain('fault');
  }
});
