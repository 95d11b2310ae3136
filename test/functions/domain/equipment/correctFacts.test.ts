import { describe, expect, test } from 'vitest';
import {
  addEvent,
  correctFacts,
  strikeOut,
} from '../../../../functions/domain/equipment/consignmentRules.ts';
import { consignment, inUse, telling } from '../../../support/equipment.ts';

const known = { serialNumbers: ['A-1', 'B-2'], orderNumber: '7/21', accountableUntil: '2029-12-31' };

describe('what is known of units', () => {
  test('is replaced as a whole; nothing else of them changes', () => {
    const before = consignment(inUse, known);
    const after = correctFacts(before, { serialNumbers: ['A-1', 'A-2'], orderNumber: '7/21' });

    const { accountableUntil: _, ...rest } = before;
    expect(after).toEqual({ ...rest, serialNumbers: ['A-1', 'A-2'], version: before.version + 1 });
    expect(correctFacts(after, { serialNumbers: [] })).not.toHaveProperty('serialNumbers');
  });

  test.each([
    ['a serial number twice', { serialNumbers: ['A-1', 'A-1'] }, 'invalid', 'serialNumbers'],
    ['a number too many', { serialNumbers: ['1', '2', '3', '4', '5'] }, 'tooHigh', 'serialNumbers'],
    [
      'until the day before the plan',
      { accountableUntil: '2024-01-31' },
      'dateNotAllowed',
      'accountableUntil',
    ],
    ['until doomsday', { accountableUntil: '2100-01-01' }, 'dateNotAllowed', 'accountableUntil'],
  ])('is refused: %s', (_, facts, code, field) => {
    expect(() => correctFacts(consignment(), facts)).toThrow(
      expect.objectContaining({ code, details: { field } }),
    );
  });

  test('may end on the day of the plan, as that is now', () => {
    const accountableUntil = '2024-02-01';
    expect(correctFacts(consignment(), { accountableUntil })).toMatchObject({ accountableUntil });
  });

  test('is told of what there is: the part that went, too, and not of what was a mistake', () => {
    const { after, parts } = addEvent(
      consignment([], known),
      { kind: 'shipped', date: '2024-03-01', units: 1 },
      telling,
    );
    expect(parts[0]).not.toHaveProperty('serialNumbers');
    const [part] = parts.map((one) => correctFacts(one, { ...known, serialNumbers: ['B-2'] }));
    expect(part).toMatchObject({ ...known, serialNumbers: ['B-2'] });
    expect(correctFacts(after, { serialNumbers: ['A-1'] })).toMatchObject({ serialNumbers: ['A-1'] });

    const struck = strikeOut(consignment(), { eventId: 1, reason: 'Planned twice' }, telling);
    expect(() => correctFacts(struck, known)).toThrow(expect.objectContaining({ code: 'wrongState' }));
  });
});
