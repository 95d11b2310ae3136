import { expect, test } from 'vitest';
import { faultSentence } from '../../../web/src/lib/myFacility/texts.ts';
import { faultsByCode, type Typed } from '../../../web/src/lib/myFacility/form/typed.ts';
import { testPack } from '../../support/builders.ts';

const { indicators } = testPack;
const month = '2024-11';

/** What is said under "resolved", a part of the consultations of both kinds. */
function saidOf(typed: Typed): string | undefined {
  const resolved = indicators.find(({ code }) => code === 'resolved');
  const fault = faultsByCode(indicators, typed, month).get('resolved');
  return fault && resolved && faultSentence(fault, resolved, { indicators, month, typed });
}

test('a part that is too large is told its whole', () => {
  expect(saidOf({ doctorToDoctor: '2', doctorToPatient: '1', resolved: '4' })).toMatch(/part of the 3 above/);
  expect(saidOf({ doctorToDoctor: '2', doctorToPatient: '1', resolved: '3' })).toBeUndefined();
});

test.each([
  ['missing', undefined],
  ['no whole number', '2.5'],
  ['not a number', 'x'],
  ['below zero', '-1'],
  ['more than can be', '900'],
])('a whole of which a figure is %s is not added up: that figure is asked for', (_, text) => {
  const typed = { doctorToDoctor: '2', resolved: '4', ...(text !== undefined && { doctorToPatient: text }) };

  expect(saidOf(typed)).toBe('It is a part of “doctorToPatient”: fill that in first.');
  expect(saidOf({ ...typed, resolved: '2' })).toBeUndefined();
});
