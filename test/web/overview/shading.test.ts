import { describe, expect, test } from 'vitest';
import {
  persOf,
  shadeOf,
  shadeSteps,
  shadingFrom,
  writtenFor,
} from '../../../web/src/routes/(in)/overview/later/where/shading.ts';
import { row, selection, withoutOdesa } from '../support/selecting.ts';

const rows = [
  row('2024-10', { facilitiesLive: 4, reportsExpected: 4, teleconsultations: 10, reportsReceived: 4 }),
  row('2024-11', { facilitiesLive: 1, reportsExpected: 1, teleconsultations: 7, reportsReceived: 2 }),
  row(
    '2024-11',
    { facilitiesLive: 2, reportsExpected: 2, teleconsultations: 3, reportsReceived: 2 },
    'UA-51',
  ),
];
const shown = (query: string) => {
  const asked = selection(rows, query);
  const shading = shadingFrom(new URLSearchParams(query), asked);
  return asked.sums.regions.map((region) => shadeOf(asked, shading, region));
};

describe('a region shows what the reader chose', () => {
  test('in all, or shared out over the facilities that are live', () => {
    expect(shown('')).toEqual([5, 2]);
    expect(shown('shade=teleconsultations')).toEqual([17, 3]);
    expect(shown('shade=teleconsultations&per=live')).toEqual([3.4, 1.5]);
    expect(shown('shade=teleconsultations&per=live&month=2024-10')).toEqual([2.5, undefined]);
  });

  test('of the month alone', () => {
    expect(shown('shade=figure')).toEqual([7, 3]);
    expect(shown('shade=reports')).toEqual([40, 100]);
  });

  test('and of what nobody knows, nothing', () => {
    expect(shown('shade=reports&month=2024-10')).toEqual([100, undefined]);
    expect(shown('shade=facilitiesLive&month=2024-10')).toEqual([4, 0]);
  });
});

describe('a region that cannot be reached', () => {
  const odesa = (amounts: Record<string, number>, query = '') => {
    const asked = withoutOdesa(selection([row('2024-10', {}), row('2024-11', amounts, 'UA-51')], query));
    return shadeOf(asked, shadingFrom(new URLSearchParams(query), asked), 'UA-51');
  };

  test('is told as such, never as 0', () => {
    expect(odesa({ facilitiesPlanned: 2 })).toBe('unreached');
    expect(odesa({ facilitiesPlanned: 2 }, 'shade=reports')).toBe('unreached');
  });

  test('shows what it has all the same', () => {
    expect(odesa({ facilitiesPlanned: 2 }, 'shade=facilitiesPlanned')).toBe(2);
    expect(odesa({ facilitiesLive: 1 })).toBe(1);
  });

  test('has no share by its people', () => {
    const shown = selection([row('2024-11', { facilitiesLive: 1 }, 'UA-51')]);
    const population = { on: '2022-01-01', source: shown.pack.names, regions: { 'UA-51': 1_000_000 } };
    const perPeople = { of: 'facilitiesLive', per: 'population' } as const;
    const reached = { ...shown, pack: { ...shown.pack, population } };

    expect(shadeOf(reached, perPeople, 'UA-51')).toBe(0.1);
    expect(shadeOf(withoutOdesa(reached), perPeople, 'UA-51')).toBe('unreached');
  });

  test('was as any other before that day', () => {
    expect(odesa({ facilitiesPlanned: 2 }, 'month=2024-10')).toBe(0);
  });
});

describe('an address', () => {
  const shading = (query: string) => shadingFrom(new URLSearchParams(query), selection(rows, query));

  test('of an older version says what it said then', () => {
    expect(shading('shade=live')).toEqual({ of: 'facilitiesLive', per: 'all' });
    expect(shading('shade=figure')).toEqual({ of: 'figure', per: 'all' });
    expect(shading('shade=reports')).toEqual({ of: 'reports', per: 'all' });
  });

  test('that asks for what there is not shows facilities that are live', () => {
    for (const query of ['', 'shade=zzz', 'shade=facilitiesPlanned', 'shade=__proto__', 'per=zzz'])
      expect(shading(query)).toEqual({ of: 'facilitiesLive', per: 'all' });
  });

  test('shares out what can be shared out', () => {
    expect(shading('shade=reports&per=live').per).toBe('all');
    expect(shading('per=population').per).toBe('all');
    expect(persOf('facilitiesLive', selection(rows))).toEqual(['all']);
    expect(persOf('figure', selection(rows))).toEqual(['all', 'live']);
  });
});

test('the steps stay the same when the month changes', () => {
  const steps = (query: string) => {
    const asked = selection(rows, query);
    return shadeSteps(asked, shadingFrom(new URLSearchParams(query), asked));
  };

  expect(steps('')).toEqual(steps('month=2024-10'));
  expect(steps('shade=figure')).toEqual([3, 7, 10]);
  expect(steps('shade=teleconsultations&per=live')).toEqual([1.5, 3.4]);
});

test('the lowest step begins with the least that any month shows, so that the legend is true of each', () => {
  const grown = [
    row('2024-10', { facilitiesLive: 1, teleconsultations: 4 }),
    row('2024-11', { facilitiesLive: 8, teleconsultations: 40 }),
    row('2024-11', { facilitiesLive: 20, teleconsultations: 100 }, 'UA-51'),
  ];
  const steps = (query: string) => {
    const asked = selection(grown, query);
    return shadeSteps(asked, shadingFrom(new URLSearchParams(query), asked));
  };

  expect(steps('')).toEqual([1, 20]);
  expect(steps('shade=teleconsultations')).toEqual([4, 100]);
  expect(steps('shade=teleconsultations&per=live')).toEqual([4, 5]);
});

test('a span of money says once what both ends have, and on a region it is whole thousands', () => {
  const { figure, span, text } = writtenFor({ of: 'aidReceivedUsd', per: 'all' }, selection(rows));

  expect(text(30_231_000)).toBe('$302k');
  expect(figure(30_231_000)).toBe('302k');
  expect(span?.(5_336_000, 9_463_000)).toBe('$53.4–94.6k');
});

test('a share has its sign, and shared-out values have tenths', () => {
  const on = selection(rows);

  expect(writtenFor({ of: 'reports', per: 'all' }, on).told(40)).toBe('40%');
  expect(writtenFor({ of: 'facilitiesLive', per: 'all' }, on)).toMatchObject({ grain: 1, isShare: false });
  expect(writtenFor({ of: 'figure', per: 'live' }, on).grain).toBe(0.1);
});
