import { expect, test } from 'vitest';
import { EditedWarehouse, NewWarehouseProfile, type Warehouse } from '../../../functions/domain/warehouse.ts';
import {
  editedOf,
  emptyForm,
  faultyFields,
  formOf,
  profileOf,
  type Typed,
} from '../../../web/src/routes/(in)/warehouses/warehouseForm.ts';
import { testPack } from '../../support/builders.ts';

const today = '2024-12-03';
const typed: Typed = {
  ...emptyForm(),
  warehouseId: ' UA-W04 ',
  names: { en: 'Odesa warehouse', uk: ' ' },
  settlement: { en: 'Odesa', uk: 'Одеса' },
  region: 'UA-51',
  keeper: ' Red Cross ',
};

test('a filled form is a warehouse that the API takes; what was left empty is left out', () => {
  expect(faultyFields(typed, testPack, today)).toEqual([]);
  expect(NewWarehouseProfile.parse(profileOf(typed))).toEqual({
    warehouseId: 'UA-W04',
    names: { en: 'Odesa warehouse' },
    settlement: { en: 'Odesa', uk: 'Одеса' },
    region: 'UA-51',
    keeper: 'Red Cross',
  });
});

test('an empty form names every field that must be filled, as the API names them', () => {
  expect(faultyFields(emptyForm(), testPack, today)).toEqual([
    'warehouseId',
    'names.en',
    'settlement.en',
    'region',
    'keeper',
  ]);
});

test.each([
  ['the code of a facility', { warehouseId: 'UA-0004' }, 'warehouseId'],
  ['a code of another country', { warehouseId: 'PL-W04' }, 'warehouseId'],
  ['a small letter in its code', { warehouseId: 'UA-w04' }, 'warehouseId'],
  ['a keeper of blanks', { keeper: '  ' }, 'keeper'],
  ['a day that is still to come', { closedOn: '2024-12-04' }, 'closedOn'],
  ['a mistyped year', { closedOn: '0024-12-03' }, 'closedOn'],
])('a form with %s is not sent', (_, more, field) => {
  expect(faultyFields({ ...typed, ...more }, testPack, today)).toEqual([field]);
});

test('a warehouse where nothing is touched is sent as it is, and one that is opened again without its day', () => {
  const warehouse: Warehouse = {
    ...profileOf(typed),
    closedOn: '2024-11-30',
    locationPolicy: 'region',
    version: 3,
  };
  const { warehouseId: _, region: __, version: ___, ...profile } = warehouse;
  const form = formOf(warehouse);

  expect(faultyFields(form, testPack, today)).toEqual([]);
  expect(EditedWarehouse.parse(editedOf(form))).toEqual(profile);
  expect(editedOf({ ...form, closedOn: '' })).not.toHaveProperty('closedOn');
  expect(editedOf({ ...form, locationPolicy: '' })).not.toHaveProperty('locationPolicy');
});
