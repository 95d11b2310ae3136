import { expect, test } from 'vitest';
import { packFor } from '../../../../functions/packs/index.ts';
import {
  faultsByCode,
  numbersOf,
  possible,
  withText,
} from '../../../../web/src/lib/myFacility/form/typed.ts';

const { indicators } = packFor('UA');
const complete = Object.fromEntries(indicators.map(({ code }) => [code, '0']));

test('an empty field is not a zero', () => {
  const { requestsFailed: _, ...typed } = complete;

  const faults = faultsByCode(indicators, typed, '2024-11');

  expect([...faults.keys()]).toEqual(['requestsFailed']);
  expect(faults.get('requestsFailed')?.code).toBe('missingFigure');
});

test('spaces group digits, and a comma is a point', () => {
  expect(numbersOf({ a: '1 234', b: '2,5' })).toEqual({ a: 1234, b: 2.5 });
});

test('what is no possible figure stays on the device and is told', () => {
  const typed = { ...complete, requestsFailed: '2,5', daysWithoutPower: '31', remotePrescriptions: 'seven' };

  expect([...faultsByCode(indicators, typed, '2024-11').values()].map(({ code }) => code)).toEqual([
    'notAWholeNumber',
    'notAWholeNumber',
    'tooHigh',
  ]);
  expect(Object.keys(possible(indicators, typed, '2024-11'))).toHaveLength(indicators.length - 3);
});

test('a part that is larger than its whole is told, but may be kept as a draft', () => {
  const typed = { ...complete, transfersAvoided: '3' };

  expect(faultsByCode(indicators, typed, '2024-11').get('transfersAvoided')?.code).toBe('moreThanItsWhole');
  expect(possible(indicators, typed, '2024-11').transfersAvoided).toBe(3);
});

test('a field that is emptied is left out', () => {
  expect(withText({ a: '1', b: '2' }, 'a', ' ')).toEqual({ b: '2' });
});
