import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../../functions/domain/calendar.ts';
import {
  atLeast,
  chanceOf,
  forecast,
  horizon,
  monthsUntil,
  paceOf,
  type MonthSeen,
} from '../../../../functions/domain/plan/forecast.ts';
import { incompleteBeta } from '../../../../functions/domain/plan/incompleteBeta.ts';
import { Random } from '../../../../functions/sample/random.ts';

/** Months from January 2024 on with these events, all of them whole unless said. */
function seen(events: number[], isWhole: (index: number) => boolean = () => true): MonthSeen[] {
  let value = 0;
  return events.map((count, index) => ({
    month: addMonths('2024-01', index),
    events: count,
    value: (value += count),
    isWhole: isWhole(index),
  }));
}

const pace = (events: number, months: number) => ({ events, months, dispersion: 1 });

// Values of SciPy 1.17, scipy.special.betainc.
test.each([
  [0.5, 0.5, 0.3, 0.36901011956554536],
  [1, 24.5, 1 / 6, 0.9885168914077848],
  [3.7, 12.1, 0.4, 0.9298357351291081],
  [250, 80.5, 0.8, 0.9717890242018725],
  [5000, 4000.5, 0.55, 0.1457799375607525],
  [0.02, 1.5, 0.4, 0.9897005454382847],
  [12.25, 6.5, 0.9, 0.997417876968747],
  [1e6, 2e6, 0.3334, 0.5968015448900887],
])('the incomplete beta function of %d and %d at %d', (a, b, x, value) => {
  expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 8);
});

test('the incomplete beta function at its ends', () => {
  expect(incompleteBeta(0, 2, 3)).toBe(0);
  expect(incompleteBeta(1, 2, 3)).toBe(1);
});

describe('against published prediction limits', () => {
  /** P(at least `least` of `all` fall into the later part), by its terms. */
  function binomialTail(least: number, all: number, share: number): number {
    let term = (1 - share) ** all;
    let below = 0;
    for (let k = 0; k < least; k += 1) {
      below += term;
      term *= ((all - k) / (k + 1)) * (share / (1 - share));
    }
    return 1 - below;
  }

  /** The exact limits of Nelson, as in Hahn & Meeker 7.6: given the sum, the later events are binomial. */
  function nelson(events: number, { months, further, each }: Record<'months' | 'further' | 'each', number>) {
    const share = further / (months + further);
    let low = 0;
    while (1 - binomialTail(low + 1, events + low, share) <= each) low += 1;
    let high = 0;
    while (binomialTail(high, events + high, share) > each) high += 1;
    return { low, high };
  }

  test('24 shutdowns in five years: the next year has 1 to 9 of them, with 90 %', () => {
    const shutdowns = pace(24, 5);

    expect(atLeast(shutdowns, 1, 0.95)).toBe(1);
    expect(chanceOf(10, { pace: shutdowns, months: 1 })).toBeLessThan(0.05);
    expect(chanceOf(9, { pace: shutdowns, months: 1 })).toBeGreaterThan(0.05);
    // SciPy: nbinom.cdf(4, 24.5, 5 / 6).
    expect(1 - chanceOf(5, { pace: shutdowns, months: 1 })).toBeCloseTo(0.47278907210666576, 10);
  });

  test('limits lie within the exact ones, and a step or two of them', () => {
    for (const events of [5, 8, 24, 60, 150])
      for (const further of [1, 3, 6, 12]) {
        const exact = nelson(events, { months: 6, further, each: 0.1 });
        const low = atLeast(pace(events, 6), further, 0.9);
        const high = atLeast(pace(events, 6), further, 0.1);

        expect(low).toBeGreaterThanOrEqual(exact.low);
        expect(high).toBeLessThanOrEqual(exact.high);
        expect(low - exact.low).toBeLessThanOrEqual(1 + further);
        expect(exact.high - high).toBeLessThanOrEqual(1 + further);
      }
  });
});

describe('coverage', () => {
  const normal = (random: Random) =>
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

  function poisson(rate: number, random: Random): number {
    if (rate > 200) return Math.max(0, Math.round(rate + Math.sqrt(rate) * normal(random)));
    let count = -1;
    for (let product = 1; product > Math.exp(-rate); count += 1) product *= random.next();
    return Math.max(0, count);
  }

  // What came in m further months lies between what 90 % and 10 % of futures have at least.
  test.each([
    ['a slow pace', 1.5, 1],
    ['a usual pace', 15, 1],
    ['a fast pace', 400, 1],
    ['events in pairs', 8, 2],
    ['events in groups of three', 8, 3],
    ['events in groups of ten', 8, 10],
    ['few groups of ten', 3, 10],
    ['events in groups of a hundred', 8, 100],
  ])('most futures of %s are within the 80 %% interval', (name, rate, group) => {
    const random = new Random('coverage', name);
    const month = () => group * poisson(rate, random);
    let [covered, all] = [0, 0];
    for (let run = 0; run < 2000; run += 1) {
      const past = paceOf(Array.from({ length: 6 }, month));
      if (!past) continue;
      const further = 1 + (run % 12);
      const came = Array.from({ length: further }, month).reduce((sum, events) => sum + events, 0);
      all += 1;
      if (came >= atLeast(past, further, 0.9) && came <= atLeast(past, further, 0.1)) covered += 1;
    }

    expect(all).toBeGreaterThan(1500);
    expect(covered / all).toBeGreaterThanOrEqual(0.75);
    expect(covered / all).toBeLessThanOrEqual(0.95);
  });

  test('the months in which a target is reached are within the finish as often', () => {
    const random = new Random('coverage', 'finish');
    let [covered, all] = [0, 0];
    for (let run = 0; run < 600; run += 1) {
      const past = paceOf(Array.from({ length: 6 }, () => poisson(9, random)));
      if (!past) continue;
      const left = 60 + (run % 40);
      let [months, sum] = [0, 0];
      while (sum < left) [months, sum] = [months + 1, sum + poisson(9, random)];
      all += 1;
      const [early = 0, late = horizon] = [0.1, 0.9].map((chance) => monthsUntil(past, left, chance));
      if (months >= early && months <= late) covered += 1;
    }

    expect(covered / all).toBeGreaterThanOrEqual(0.75);
    expect(covered / all).toBeLessThanOrEqual(0.95);
  });
});

describe('odd series', () => {
  test.each([
    ['an empty one', []],
    ['a single month', [40]],
    ['five months', [9, 9, 9, 9, 9]],
    ['no event at all', [0, 0, 0, 0, 0, 0, 0]],
    ['four events in six months', [100, 1, 0, 1, 0, 1, 1]],
    ['more lost than won', [0, 9, 1, -9, 0, 0, 1]],
  ])('%s is too little data', (_, events) => {
    expect(forecast(seen(events), 1000)).toEqual({ state: 'tooLittleData' });
  });

  test('a constant one finishes about when one would count', () => {
    const told = forecast(seen([10, 10, 10, 10, 10, 10]), 160);

    expect(told).toMatchObject({
      state: 'underWay',
      finish: { early: '2025-03', likely: '2025-04', late: '2025-07' },
    });
  });

  test('a bursty one is told with less certainty than a constant one', () => {
    const constant = forecast(seen([10, 10, 10, 10, 10, 10]), 200);
    const bursty = forecast(seen([0, 0, 60, 0, 0, 0]), 200);

    if (constant.state !== 'underWay' || bursty.state !== 'underWay') throw new Error('both are under way');
    const width = ({ path }: typeof constant) => (path[5]?.high ?? 0) - (path[5]?.low ?? 0);
    expect(width(bursty)).toBeGreaterThan(2 * width(constant));
    expect((bursty.finish.late ?? '') > (constant.finish.late ?? '')).toBe(true);
  });

  test('what is beyond the horizon has no month', () => {
    const told = forecast(seen([1, 1, 1, 1, 1, 1]), 1_000_000);

    expect(told).toMatchObject({ state: 'underWay', finish: {} });
  });

  test('money, in cents, is of few large events', () => {
    const told = forecast(seen([0, 900_000_00, 0, 100_000_00, 0, 50_000_00]), 2_000_000_00);

    expect(told).toMatchObject({ state: 'underWay', finish: { likely: expect.any(String) } });
  });
});

test('a target that is reached needs no forecast, however little is known', () => {
  expect(forecast(seen([50]), 50)).toEqual({ state: 'reached' });
});

test('months whose reports are not in say nothing of the pace, and the forecast begins before them', () => {
  const told = forecast(
    seen([10, 10, 10, 10, 10, 10, 2], (index) => index < 6),
    160,
  );

  expect(told).toMatchObject({ from: { month: '2024-06', likely: 60 } });
});

test('six whole months are enough, whatever lies between them', () => {
  const told = forecast(
    seen([10, 10, 10, 0, 0, 10, 10, 10], (index) => index !== 3 && index !== 4),
    160,
  );

  expect(told).toMatchObject({ state: 'underWay', from: { month: '2024-08' } });
});

test('the paths meet the target in the months of the finish, and never cross', () => {
  const series = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 300 }), (events, left) => {
      const months = seen(events);
      const target = (months.at(-1)?.value ?? 0) + left;
      const told = forecast(months, target);
      if (told.state !== 'underWay') return;
      const { finish, path } = told;
      for (const { low, likely, high, month } of path) {
        expect(low).toBeLessThanOrEqual(likely);
        expect(likely).toBeLessThanOrEqual(high);
        expect(high >= target).toBe(finish.early !== undefined && month >= finish.early);
        expect(likely >= target).toBe(finish.likely !== undefined && month >= finish.likely);
        expect(low >= target).toBe(finish.late !== undefined && month >= finish.late);
      }
    }),
    { numRuns: 200 },
  );
});
