import { describe, expect, test } from 'vitest';
import { addressWith } from '../../../web/src/lib/address.ts';
import { amountAt, lookFrom, totalAt } from '../../../web/src/routes/(in)/overview/look.ts';
import { testPack } from '../../support/builders.ts';
import { look, row, sumsOf } from '../looking.ts';

const rows = [
  row('2024-09', { facilitiesLive: 5, teleconsultations: 40 }),
  row('2024-10', { facilitiesLive: 2, teleconsultations: 50 }, 'UA-51'),
  row('2024-11', { facilitiesLive: 1, teleconsultations: 60 }),
];

describe('what the address says', () => {
  test('is the last month that is over and the whole country when it says nothing', () => {
    expect(look(rows)).toMatchObject({ month: '2024-11', at: 2, figure: 'teleconsultations', shade: 'live' });
    expect(look(rows).region).toBeUndefined();
  });

  test('is taken as far as it makes sense', () => {
    const asked = look(rows, 'month=2024-10&region=UA-51&figure=resolved&shade=reports');
    const nonsense = look(rows, 'month=1999-10&region=UA-99&figure=zzz&shade=zzz');

    expect(asked).toMatchObject({ month: '2024-10', region: 'UA-51', figure: 'resolved', shade: 'reports' });
    expect(nonsense).toMatchObject({ month: '2024-11', figure: 'teleconsultations', shade: 'live' });
    expect(nonsense.region).toBeUndefined();
  });

  test('is the running month on the first day of a rollout', () => {
    expect(look([row('2024-12', { facilitiesLive: 1 })])).toMatchObject({ month: '2024-12', at: 0 });
  });

  test('is the one region of a manager who has no other', () => {
    const own = sumsOf([row('2024-11', { facilitiesLive: 1 })], ['UA-46']);

    expect(lookFrom(new URLSearchParams(), own, testPack, '2024-12-03').region).toBe('UA-46');
  });

  test('changes choice by choice', () => {
    const params = new URLSearchParams('month=2024-10&region=UA-46');

    expect(addressWith(params, { region: 'UA-51' })).toBe('?month=2024-10&region=UA-51');
    expect(addressWith(params, { region: '' })).toBe('?month=2024-10');
  });
});

test('the nation’s own row is part of all, and of no region', () => {
  const national = [...rows, row('2024-11', { teleconsultations: 1000 }, 'UA')];

  expect(totalAt(look(national), 'teleconsultations')).toBe(1150);
  expect(totalAt(look(national, 'region=UA-46'), 'teleconsultations')).toBe(100);
  expect(look(national, 'region=UA').region).toBeUndefined();
});

test('figures are those of the region looked at, unless other rows are asked for', () => {
  const lviv = look(rows, 'region=UA-46');

  expect(totalAt(lviv, 'facilitiesLive')).toBe(6);
  expect(amountAt(lviv, 'teleconsultations')).toBe(60);
  expect(totalAt(lviv, 'facilitiesLive', lviv.sums.rows)).toBe(8);
  expect(totalAt(lviv, 'teleconsultations', ['UA-51'])).toBe(50);
});
