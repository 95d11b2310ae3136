import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursIn } from '../../../web/src/lib/training/typedFacts.ts';
import {
  agrees,
  staffFault,
  staffOf,
  trainedBefore,
  typedStaff,
} from '../../../web/src/lib/training/typedStaff.ts';
import { anyStaff } from '../../support/training/anySession.ts';

const doctors = (attending: string, newToSolution: string, newToEquipment: string) => ({
  ...typedStaff(),
  doctor: { attending, newToSolution, newToEquipment },
});

test('whatever can be kept can be typed on, and is the same again', () => {
  fc.assert(
    fc.property(anyStaff, (staff) => {
      expect(staffOf(typedStaff(staff))).toEqual(staff);
      expect(staffFault(typedStaff(staff))).toBeUndefined();
    }),
  );
});

test.each([
  [doctors('', '', ''), { fault: 'nobody' }],
  [doctors('x', '', ''), { fault: 'notWhole', role: 'doctor' }],
  [doctors('501', '', ''), { fault: 'notWhole', role: 'doctor' }],
  [doctors('1', '2', ''), { fault: 'moreNew', role: 'doctor' }],
  [doctors('2', '1', '2'), { fault: 'moreNewToEquipment', role: 'doctor' }],
  [doctors(' 2 ', '2', ''), undefined],
])('%j is at fault in %j', (typed, fault) => {
  expect(staffFault(typed)).toEqual(fault);
});

test('who says that somebody was trained before does not count everybody as new', () => {
  const allNew = [staffOf(doctors('2', '2', '2'))];
  const someNew = [staffOf(doctors('2', '2', '1'))];
  const noneNew = [staffOf(doctors('2', '2', ''))];

  expect([agrees('yes', allNew), agrees('yes', someNew), agrees('no', allNew)]).toEqual([false, true, true]);
  expect([agrees('', someNew), agrees('', noneNew)]).toEqual([false, true]);
  for (const known of [allNew, someNew, noneNew]) expect(agrees(trainedBefore(known), known)).toBe(true);
});

test('hours are halves, with a point or a comma', () => {
  expect(['3', '3,5', ' 0.5 ', '200'].map(hoursIn)).toEqual([3, 3.5, 0.5, 200]);
  expect(['', '0', '0.25', '201', 'two', '1e9', '-1'].map(hoursIn)).toEqual(Array(7).fill(undefined));
});
