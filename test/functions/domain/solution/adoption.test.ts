import { adoptedIn } from '../../../../functions/domain/solution/adoptedIn.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adoptionPeriods,
  withAdoptionByHand,
  withEquipment,
  withTerms,
  type Adoption,
  type Span,
} from '../../../../functions/domain/solution/adoption.ts';
import { joined } from '../../../../functions/domain/period.ts';
import { facilityContributions } from '../../../../functions/domain/facility/facilityContributions.ts';
import { liveFacility, testPack } from '../../../support/builders.ts';

const day = (index: number) => new Date(Date.UTC(2024, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
const days = Array.from({ length: 90 }, (_, index) => day(index));

/** Spans of one consignment: in order, without overlap; the last may be open. */
const ownSpans: fc.Arbitrary<Span[]> = fc
  .tuple(
    fc.uniqueArray(fc.nat(80), { maxLength: 7 }),
    fc.array(fc.constantFrom('working', 'faulty', 'away'), { minLength: 7, maxLength: 7 }),
    fc.boolean(),
  )
  .map(([starts, states, isOpen]) => {
    const sorted = starts.toSorted((a, b) => a - b);
    return sorted.flatMap((start, index): Span[] => {
      const end = sorted[index + 1];
      const until = end ?? (isOpen ? undefined : 85);
      if (states[index] === 'away') return [];
      return [
        {
          from: day(start),
          ...(until !== undefined && { until: day(until) }),
          ...(states[index] === 'faulty' && { isFaulty: true as const }),
        },
      ];
    });
  });
const types = ['complex', 'tablet'];
const spansByType = fc
  .record({ complex: fc.array(ownSpans, { maxLength: 3 }), tablet: fc.array(ownSpans, { maxLength: 3 }) })
  .map((all) => new Map(Object.entries(all).map(([type, own]) => [type, own.flat()])));

const holds = ({ from, until }: { from: string; until?: string }, on: string) =>
  from <= on && (!until || on < until);

const terms = (version: number, equipmentTypes = ['complex', 'tablet']) => ({
  solutionId: 'pregnancy',
  version,
  capability: 'pregnancyMonitoring',
  equipmentTypes,
  indicators: ['staff'],
});

/** What is needed at first, and what from certain days on; perhaps nothing. */
const changingTerms = fc
  .tuple(
    fc.subarray(types, { minLength: 1 }),
    fc.uniqueArray(fc.nat(80), { maxLength: 3 }),
    fc.array(fc.subarray(types)),
  )
  .map(([first, changes, needed]) => {
    const untils = changes.toSorted((a, b) => a - b);
    const all = [first, ...untils.map((_, index) => needed[index] ?? types)];
    const former = untils.map((until, index) => ({ ...terms(index + 1, all[index]), until: day(until) }));
    return { ...terms(9, all.at(-1)), former };
  });

test('a solution can be used from when all it needs then works until something of it is gone, day by day', () => {
  fc.assert(
    fc.property(changingTerms, spansByType, (needs, spans) => {
      const periods = adoptionPeriods(needs, spans);

      let isAdopted = false;
      for (const on of days) {
        const { equipmentTypes } = needs.former.find(({ until }) => on < until) ?? needs;
        const there = equipmentTypes.map((type) => (spans.get(type) ?? []).filter((span) => holds(span, on)));
        const isWhole = there.every((own) => own.length > 0);
        // Where it needs nothing any more, it goes on and does not begin.
        const isWorking = there.length > 0 && there.every((own) => own.some(({ isFaulty }) => !isFaulty));
        isAdopted = isAdopted ? isWhole : isWorking;
        expect(
          periods.some((period) => holds(period, on)),
          on,
        ).toBe(isAdopted);
      }
      for (const [index, { from, until }] of periods.entries()) {
        if (until) expect(from < until).toBe(true);
        else expect(index).toBe(periods.length - 1);
      }
    }),
  );
});

test('what needs no equipment is adopted by none', () => {
  expect(adoptionPeriods(terms(1, []), new Map([['complex', [{ from: '2024-01-01' }]]]))).toEqual([]);
});

test('periods joined cover the same days, without overlap and in order', () => {
  const period = fc
    .tuple(fc.nat(80), fc.option(fc.nat(85), { nil: undefined }))
    .map(([from, until]) => ({ from: day(from), ...(until !== undefined && { until: day(until) }) }));
  fc.assert(
    fc.property(fc.array(period, { maxLength: 6 }), (periods) => {
      const one = joined(periods);

      for (const on of days)
        expect(one.filter((each) => holds(each, on))).toHaveLength(
          Number(periods.some((each) => holds(each, on))),
        );
      for (const [index, { until }] of one.entries())
        expect(until === undefined ? index === one.length - 1 : until < (one[index + 1]?.from ?? '9')).toBe(
          true,
        );
    }),
  );
});

const installed = (consignmentId: string, equipmentType: string, ...spans: Span[]) => ({
  consignmentId,
  equipmentType,
  spans,
});
const periodsOf = (adoptions: Adoption[]) => adoptions.map(({ periods }) => periods);

describe('what consignments say', () => {
  test('comes together, whoever says it first', () => {
    const said = [
      installed('C-1', 'complex', { from: '2024-03-01' }),
      installed('C-2', 'tablet', { from: '2024-04-01', until: '2024-06-01' }),
    ];

    for (const order of [said, said.toReversed()]) {
      const adoptions = order.reduce<Adoption[]>((all, one) => withEquipment(all, terms(1), one), []);
      expect(periodsOf(adoptions)).toEqual([[{ from: '2024-04-01', until: '2024-06-01' }]]);
    }
  });

  test('takes the place of what the same one said before, and may be taken back', () => {
    const begun = withEquipment(
      [],
      terms(1, ['complex']),
      installed('C-1', 'complex', { from: '2024-03-01' }),
    );
    const backdated = withEquipment(
      begun,
      terms(1, ['complex']),
      installed('C-1', 'complex', { from: '2024-02-01' }),
    );

    expect(periodsOf(backdated)).toEqual([[{ from: '2024-02-01' }]]);
    expect(withEquipment(backdated, terms(1, ['complex']), installed('C-1', 'complex'))).toEqual([]);
    expect(withEquipment([], terms(1), installed('C-9', 'complex'))).toEqual([]);
  });

  test('counts with the newest terms that any of them was planned with', () => {
    const newer = withEquipment(
      [],
      terms(2, ['complex']),
      installed('C-2', 'complex', { from: '2024-05-01' }),
    );
    const both = withEquipment(newer, terms(1), installed('C-1', 'complex', { from: '2024-03-01' }));

    expect(both).toMatchObject([{ terms: { version: 2 }, periods: [{ from: '2024-03-01' }] }]);
    expect(withEquipment(both, terms(3), installed('C-3', 'tablet', { from: '2024-07-01' }))).toMatchObject([
      { terms: { version: 3 }, periods: [{ from: '2024-07-01' }] },
    ]);
  });

  test('is kept in what the facility’s record holds, solution by solution', () => {
    const one = withEquipment([], terms(1, ['complex']), installed('C-1', 'complex', { from: '2024-03-01' }));
    const two = withEquipment(
      one,
      { ...terms(1, ['tablet']), solutionId: 'other' },
      installed('C-1', 'tablet', { from: '2024-04-01' }),
    );

    expect(two.map(({ solutionId }) => solutionId)).toEqual(['pregnancy', 'other']);
    expect(two[0]).toBe(one[0]);
  });
});

test('what is entered by hand holds from a day until another, and never where both are one', () => {
  const byHand = (from: string, until?: string) =>
    withAdoptionByHand([], terms(1, []), { from, ...(until && { until }), source: 'Letter' });

  expect(periodsOf(byHand('2024-03-01'))).toEqual([[{ from: '2024-03-01' }]]);
  expect(periodsOf(byHand('2024-03-01', '2024-05-01'))).toEqual([
    [{ from: '2024-03-01', until: '2024-05-01' }],
  ]);
  expect(byHand('2024-03-01', '2024-03-01')).toEqual([]);
  expect(
    withAdoptionByHand(byHand('2024-03-01'), terms(1, []), {
      from: '2024-03-01',
      until: '2024-03-01',
      source: 'Mistaken',
    }),
  ).toEqual([]);
});

test('what is entered by hand holds as long as nothing has to be installed', () => {
  const entered = { from: '2024-03-01', source: 'Letter' };
  const needing = { ...terms(2), former: [{ ...terms(1, []), until: '2024-05-01' }] };
  const freed = { ...terms(2, []), former: [{ ...terms(1), until: '2024-05-01' }] };

  expect(periodsOf(withAdoptionByHand([], needing, entered))).toEqual([
    [{ from: '2024-03-01', until: '2024-05-01' }],
  ]);
  expect(periodsOf(withAdoptionByHand([], freed, entered))).toEqual([[{ from: '2024-05-01' }]]);
});

test('newer terms hold for what is adopted already, older ones do not', () => {
  const begun = withEquipment([], terms(2, ['complex']), installed('C-1', 'complex', { from: '2024-03-01' }));
  const newer = { ...terms(3), former: [{ ...terms(2, ['complex']), until: '2024-05-01' }] };

  expect(periodsOf(withTerms(begun, newer) ?? [])).toEqual([[{ from: '2024-03-01', until: '2024-05-01' }]]);
  expect(withTerms(begun, terms(2))).toBeUndefined();
  expect(withTerms(begun, { ...newer, solutionId: 'other' })).toBeUndefined();
});

test('a month asks for what the terms that held when it began ask for', () => {
  const changed = {
    ...terms(2, []),
    indicators: ['beds'],
    former: [{ ...terms(1, []), until: '2024-05-10' }],
  };
  const adoptions = withAdoptionByHand([], changed, { from: '2024-03-01', source: 'Letter' });

  expect(['2024-05', '2024-06'].map((month) => adoptedIn({ adoptions }, month)[0]?.terms.indicators)).toEqual(
    [['staff'], ['beds']],
  );
});

test('a month knows what was adopted on any of its days', () => {
  const adoptions = withAdoptionByHand([], terms(1, []), {
    from: '2024-03-31',
    until: '2024-06-01',
    source: 'Letter',
  });

  const months = ['2024-02', '2024-03', '2024-05', '2024-06'];
  expect(months.map((month) => adoptedIn({ adoptions }, month).length)).toEqual([0, 1, 1, 0]);
  expect(adoptedIn({}, '2024-03')).toEqual([]);
});

describe('a facility counts once per capability', () => {
  const capable = (adoptions: Adoption[], more: object = {}) =>
    facilityContributions(liveFacility({ adoptions, ...more }), testPack).flatMap(
      ({ row, month, amounts }) => {
        const amount = amounts['facilitiesWith.pregnancyMonitoring'];
        return amount ? [[row, month, amount]] : [];
      },
    );
  const byHand = (solutionId: string, from: string, until?: string) => ({
    solutionId,
    terms: { version: 1, capability: 'pregnancyMonitoring', equipmentTypes: [], indicators: [] },
    equipment: [],
    periods: [{ from, ...(until && { until }) }],
  });

  test('from the month of its first solution to that in which it has none', () => {
    expect(
      capable([byHand('a', '2024-03-20', '2024-06-10'), byHand('b', '2024-05-01', '2024-08-01')]),
    ).toEqual([
      ['UA-46', '2024-03', 1],
      ['UA-46', '2024-08', -1],
    ]);
    expect(capable([byHand('a', '2024-03-01', '2024-03-20')])).toEqual([]);
  });

  test('for that which its solution has lent since a day', () => {
    const former = [{ ...terms(1), until: '2024-06-15' }];
    const one = byHand('a', '2024-03-20');
    const counted = facilityContributions(
      liveFacility({
        adoptions: [{ ...one, terms: { ...one.terms, version: 2, capability: 'trauma', former } }],
      }),
      testPack,
    ).flatMap(({ month, amounts }) =>
      Object.entries(amounts)
        .filter(([name]) => name.startsWith('facilitiesWith'))
        .map((amount) => [month, ...amount]),
    );

    expect(counted.toSorted()).toEqual([
      ['2024-03', 'facilitiesWith.pregnancyMonitoring', 1],
      ['2024-06', 'facilitiesWith.pregnancyMonitoring', -1],
      ['2024-06', 'facilitiesWith.trauma', 1],
    ]);
  });

  test('and takes it along to another region', () => {
    const moved = {
      region: 'UA-51',
      formerRegions: [{ region: 'UA-46', until: '2024-05-15', by: 'x' }],
    };

    expect(capable([byHand('a', '2024-03-20')], moved)).toEqual(
      expect.arrayContaining([
        ['UA-46', '2024-03', 1],
        ['UA-46', '2024-05', -1],
        ['UA-51', '2024-05', 1],
      ]),
    );
  });

  test('where the country knows the capability', () => {
    const strange = byHand('a', '2024-03-20');
    const terms = { ...strange.terms, capability: 'telepathy' };

    expect(() =>
      facilityContributions(liveFacility({ adoptions: [{ ...strange, terms }] }), testPack),
    ).not.toThrow();
    expect(capable([{ ...strange, terms }])).toEqual([]);
  });
});
