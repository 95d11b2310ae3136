import { describe, expect, test } from 'vitest';
import type { FacilityRow } from '../../../functions/domain/facility/facility.ts';
import { countsIn, totalOf } from '../../../web/src/routes/(in)/facilities/counts.ts';
import { pagesIn } from '../../../web/src/lib/ui/list/pages.ts';
import { addressWith, filterOf } from '../../../web/src/routes/(in)/facilities/filter.ts';
import { headlineOf, sizeOf } from '../../../web/src/routes/(in)/facilities/headline.ts';
import { testPack } from '../../support/builders.ts';
import { row as amounts, sumsOf } from '../support/selecting.ts';

const row: FacilityRow = {
  facilityId: 'UA-0001',
  names: { en: 'Khodoriv district clinic' },
  type: 'ruralClinic',
  region: 'UA-46',
  settlement: { en: 'Khodoriv' },
  stage: 'live',
  since: '2024-01-15',
};

/** Two facilities planned in Lviv and one in Odesa; one in Lviv has gone live since. */
const sums = sumsOf([
  amounts('2024-01', { facilitiesPlanned: 2 }),
  amounts('2024-01', { facilitiesPlanned: 1 }, 'UA-51'),
  amounts('2024-02', { facilitiesPlanned: -1, facilitiesLive: 1 }),
]);

describe('the filter of the list', () => {
  test('is what the address says, without what it does not understand', () => {
    const [capability] = testPack.capabilities;
    const of = (address: string) => filterOf(new URLSearchParams(address), testPack);

    expect(of('region=UA-46&stage=nowhere&text=%20kho%20&other=1')).toEqual({ region: 'UA-46', text: 'kho' });
    expect(of('capability=flying&concern=stuck')).toEqual({});
    expect(of(`capability=${capability?.code}&concern=readinessGap`)).toEqual({
      capability: capability?.code,
      concern: 'readinessGap',
    });
  });

  test('changes one part of the address, drops empty ones and begins at the first page', () => {
    const filter = { region: 'UA-46', text: 'kho' };

    expect(addressWith(filter, { stage: 'live' })).toBe('?region=UA-46&text=kho&stage=live');
    expect(addressWith(filter, { region: '' })).toBe('?text=kho');
  });
});

test('the address asks for as many pages as were shown, within reason', () => {
  const pages = ['', 'pages=3', 'pages=x', 'pages=-2', 'pages=1e9'].map((text) =>
    pagesIn(new URLSearchParams(text)),
  );

  expect(pages).toEqual([1, 3, 1, 1, 40]);
});

describe('the answer above the list', () => {
  test('counts the facilities of the country by the stage they are in now', () => {
    const counts = countsIn(sums, testPack);

    expect(counts.at).toMatchObject({ planned: 2, live: 1, suspended: 0 });
    expect(headlineOf({}, counts, { rows: [] })).toEqual({ kind: 'all', n: 3, live: 1 });
  });

  test('counts one region when the list is narrowed to it', () => {
    expect(totalOf(countsIn(sums, testPack, 'UA-51'))).toBe(1);
  });

  test('is zero before the first facility', () => {
    expect(totalOf(countsIn(sumsOf([]), testPack))).toBe(0);
  });

  test('takes a stage’s count from progress, not from the page of the list', () => {
    const headline = headlineOf({ stage: 'planned' }, countsIn(sums, testPack), { rows: [], next: 'more' });

    expect(headline).toEqual({ kind: 'stage', stage: 'planned', n: 2 });
    expect(sizeOf(headline)).toBe(2);
  });

  test('takes a capability’s count from progress, unless the list is narrowed further', () => {
    const code = testPack.capabilities[0]?.code ?? '';
    const counts = countsIn(
      sumsOf([
        amounts('2024-01', { [`facilitiesWith.${code}`]: 2 }),
        amounts('2024-01', { [`facilitiesWith.${code}`]: 1 }, 'UA-51'),
      ]),
      testPack,
      'UA-46',
    );
    const list = { rows: [row], next: 'more' };

    expect(headlineOf({ capability: code }, counts, list)).toEqual({
      kind: 'capability',
      capability: code,
      n: 2,
      isMore: false,
    });
    expect(headlineOf({ capability: code, stage: 'live' }, counts, list)).toMatchObject({
      n: 1,
      isMore: true,
    });
  });

  test('counts gaps that are due as far as the list was looked through, whatever else it is narrowed to', () => {
    const counts = countsIn(sums, testPack);
    const headline = headlineOf({ concern: 'readinessGap', stage: 'live' }, counts, { rows: [row] });

    expect(headline).toEqual({ kind: 'concern', concern: 'readinessGap', n: 1, isMore: false });
    expect(sizeOf(headline)).toBe(1);
  });

  test('knows how many match a text only when the whole list was looked through', () => {
    const counts = countsIn(sums, testPack);
    const rest = headlineOf({ text: 'kho' }, counts, { rows: [row] });
    const part = headlineOf({ text: 'kho' }, counts, { rows: [row], next: 'more' });

    expect(sizeOf(rest)).toBe(1);
    expect(sizeOf(part)).toBeUndefined();
  });
});
