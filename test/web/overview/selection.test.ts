import { describe, expect, test } from 'vitest';
import { addressWith } from '../../../web/src/lib/ui/address.ts';
import {
  amountAt,
  isUnreached,
  selectionFrom,
  totalAt,
} from '../../../web/src/routes/(in)/overview/selection.ts';
import { testPack } from '../../support/builders.ts';
import { selection, row, sumsOf, withoutOdesa } from '../support/selecting.ts';

const rows = [
  row('2024-09', { facilitiesLive: 5, teleconsultations: 40 }),
  row('2024-10', { facilitiesLive: 2, teleconsultations: 50 }, 'UA-51'),
  row('2024-11', { facilitiesLive: 1, teleconsultations: 60 }),
];

describe('what the address says', () => {
  test('is the last month that is over and the whole country when it says nothing', () => {
    expect(selection(rows)).toMatchObject({ month: '2024-11', at: 2, figure: 'teleconsultations' });
    expect(selection(rows).region).toBeUndefined();
  });

  test('is taken as far as it makes sense', () => {
    const asked = selection(rows, 'month=2024-10&region=UA-51&figure=resolved');
    const nonsense = selection(rows, 'month=1999-10&region=UA-99&figure=zzz');

    expect(asked).toMatchObject({ month: '2024-10', region: 'UA-51', figure: 'resolved' });
    expect(nonsense).toMatchObject({ month: '2024-11', figure: 'teleconsultations' });
    expect(nonsense.region).toBeUndefined();
  });

  test('is the running month on the first day of a rollout', () => {
    expect(selection([row('2024-12', { facilitiesLive: 1 })])).toMatchObject({ month: '2024-12', at: 0 });
  });

  test('is the one region of a manager who has no other', () => {
    const own = sumsOf([row('2024-11', { facilitiesLive: 1 })], ['UA-46']);

    expect(selectionFrom(new URLSearchParams(), own, testPack, '2024-12-03').region).toBe('UA-46');
  });

  test('changes choice by choice', () => {
    const params = new URLSearchParams('month=2024-10&region=UA-46');

    expect(addressWith(params, { region: 'UA-51' })).toBe('?month=2024-10&region=UA-51');
    expect(addressWith(params, { region: '' })).toBe('?month=2024-10');
  });
});

test('the nation’s own row is part of all, and of no region', () => {
  const national = [...rows, row('2024-11', { teleconsultations: 1000 }, 'UA')];

  expect(totalAt(selection(national), 'teleconsultations')).toBe(1150);
  expect(totalAt(selection(national, 'region=UA-46'), 'teleconsultations')).toBe(100);
  expect(selection(national, 'region=UA').region).toBeUndefined();
});

test('figures are those of the region looked at, unless other rows are asked for', () => {
  const lviv = selection(rows, 'region=UA-46');

  expect(totalAt(lviv, 'facilitiesLive')).toBe(6);
  expect(amountAt(lviv, 'teleconsultations')).toBe(60);
  expect(totalAt(lviv, 'facilitiesLive', lviv.sums.rows)).toBe(8);
  expect(totalAt(lviv, 'teleconsultations', ['UA-51'])).toBe(50);
});

test('who looks at a region that cannot be reached is told so, who looks at all or at another one is not', () => {
  const looked = (query: string, amounts = {}) =>
    isUnreached(withoutOdesa(selection([...rows.toSpliced(1, 1), row('2024-11', amounts, 'UA-51')], query)));

  expect(looked('region=UA-51', { facilitiesPlanned: 2 })).toBe(true);
  expect(looked('region=UA-51', { facilitiesLive: 1 })).toBe(false);
  expect(looked('region=UA-51&month=2024-10', { facilitiesPlanned: 2 })).toBe(false);
  expect(looked('region=UA-46')).toBe(false);
  expect(looked('')).toBe(false);
});
