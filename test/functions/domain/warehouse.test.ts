import { describe, expect, test } from 'vitest';
import { FacilityId } from '../../../functions/domain/facility/facilityProfile.ts';
import {
  EditedWarehouse,
  NewWarehouseProfile,
  WarehouseId,
  editWarehouse,
  registerWarehouse,
  type WarehouseProfile,
} from '../../../functions/domain/warehouse.ts';
import { testPack } from '../../support/builders.ts';

const profile: WarehouseProfile = {
  warehouseId: 'UA-W01',
  names: { en: 'National medical warehouse' },
  region: 'UA-46',
  settlement: { en: 'Lviv' },
  keeper: 'Central stores',
};
const { warehouseId: _, region: __, ...edited } = profile;
const on = { pack: testPack, today: '2024-12-03' };

test('the code of a warehouse is never that of a facility', () => {
  const codes = ['UA-W01', 'UA-W0123', 'UA-W1', 'UA-W00001', 'ua-w01', 'UA-0001', 'UA-W01 ', 'W01'];

  expect(codes.filter((code) => WarehouseId.safeParse(code).success)).toEqual(['UA-W01', 'UA-W0123']);
  expect(codes.filter((code) => FacilityId.safeParse(code).success)).toEqual(['UA-0001']);
});

test('a warehouse is registered, edited as a whole, closed and opened again; its code and region stay', () => {
  const registered = registerWarehouse(profile, on);
  const closed = editWarehouse(registered, { ...edited, keeper: 'Red Cross', closedOn: '2024-12-03' }, on);
  const open = editWarehouse(closed, edited, on);

  expect(registered).toEqual({ ...profile, version: 1 });
  expect(closed).toEqual({ ...profile, keeper: 'Red Cross', closedOn: '2024-12-03', version: 2 });
  expect(open).toEqual({ ...profile, version: 3 });
});

describe('a warehouse is refused', () => {
  test.each([
    ['without a name in the own language', { names: { uk: 'Склад' } }, 'invalid', 'names.en'],
    ['without a settlement in it', { settlement: { uk: 'Львів' } }, 'invalid', 'settlement.en'],
    ['with a code of another country', { warehouseId: 'PL-W01' }, 'invalid', 'warehouseId'],
    ['in a region that is not here', { region: 'UA-99' }, 'unknownRegion', 'region'],
    ['that closes tomorrow', { closedOn: '2024-12-04' }, 'dateNotAllowed', 'closedOn'],
    ['that closed before the programme', { closedOn: '2021-12-31' }, 'dateNotAllowed', 'closedOn'],
  ])('%s', (_case, more, code, field) => {
    const refusal = expect.objectContaining({ code, details: { field } });

    expect(() => registerWarehouse({ ...profile, ...more }, on)).toThrow(refusal);
    if (!('warehouseId' in more || 'region' in more))
      expect(() => editWarehouse(registerWarehouse(profile, on), { ...edited, ...more }, on)).toThrow(
        refusal,
      );
  });

  test.each(['', '  ', 'x'.repeat(201), 'a\u0000b', '\u200b'])(
    'with a keeper that cannot be shown: %j',
    (keeper) => {
      expect(NewWarehouseProfile.safeParse({ ...profile, keeper }).success).toBe(false);
      expect(EditedWarehouse.safeParse({ ...edited, keeper }).success).toBe(false);
    },
  );

  test('that would move to another region or get another code by an edit', () => {
    for (const more of [{ region: 'UA-51' }, { warehouseId: 'UA-W02' }])
      expect(EditedWarehouse.safeParse({ ...edited, ...more }).success).toBe(false);
  });
});
