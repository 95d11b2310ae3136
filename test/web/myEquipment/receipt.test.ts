import { describe, expect, test } from 'vitest';
import {
  confirmWords,
  countedIn,
  countOf,
  countSays,
  receiptFaults,
  receiptIn,
} from '../../../web/src/lib/myEquipment/receipt.ts';

const today = '2024-12-03';
const counted = (working?: number, damaged?: number) => ({ date: today, note: '', working, damaged });

describe('a delivery of four', () => {
  test.each<[string, number | undefined, number | undefined, object | undefined]>([
    ['nothing is counted yet', undefined, undefined, undefined],
    ['what is damaged is not counted yet', 2, undefined, undefined],
    ['all that works is the whole count', 4, undefined, { working: 4, damaged: 0, came: 4, missing: 0 }],
    ['what neither works nor is damaged is missing', 2, 1, { working: 2, damaged: 1, came: 3, missing: 1 }],
    ['nothing came', 0, 0, { working: 0, damaged: 0, came: 0, missing: 4 }],
  ])('%s', (_, working, damaged, count) => {
    expect(countOf({ working, damaged }, 4)).toEqual(count);
  });

  test.each<[number | undefined, number | undefined, string]>([
    [undefined, undefined, 'Count, then confirm'],
    [4, 0, 'Confirm: all 4 came'],
    [3, 0, 'Confirm: 3 of 4 came'],
    [2, 1, 'Confirm: 3 of 4 came, 1 damaged'],
    [0, 0, 'Confirm: nothing came'],
    [4, 2, 'Count, then confirm'],
  ])('with %s working and %s damaged: %s', (working, damaged, words) => {
    expect(confirmWords(countOf({ working, damaged }, 4), 4)).toBe(words);
  });

  test.each<[string, ReturnType<typeof counted>, string[]]>([
    ['nothing counted', counted(), ['working']],
    ['damaged not counted', counted(2), ['damaged']],
    ['more than were sent', counted(3, 2), ['damaged']],
    ['a day to come', { ...counted(4, 0), date: '2024-12-04' }, ['date']],
    ['no day', { ...counted(4, 0), date: '' }, ['date']],
    ['a note of one letter', { ...counted(4, 0), note: ' x ' }, ['note']],
    ['all well', { ...counted(2, 1), note: 'The glass is cracked' }, []],
  ])('is not confirmed with %s', (_, form, fields) => {
    expect(Object.keys(receiptFaults(form, 4, today))).toEqual(fields);
  });

  test('says what did not come', () => {
    expect(countSays(countOf({ working: 2, damaged: 1 }, 4))).toEqual({
      sentence: '1 did not come. Who sent it sees this.',
      isGood: false,
    });
    expect(countSays(countOf({ working: 4, damaged: 0 }, 4))?.isGood).toBe(true);
  });

  test('becomes a receipt, and a receipt the form again', () => {
    const form = { ...counted(2, 1), note: ' The glass is cracked ' };
    const count = countOf(form, 4);
    if (!count) throw new Error('It is whole.');
    const receipt = receiptIn(form, count);

    expect(receipt).toEqual({ date: today, working: 2, damaged: 1, note: 'The glass is cracked' });
    expect(countedIn(receipt, today)).toEqual({ ...form, note: 'The glass is cracked' });
  });
});
