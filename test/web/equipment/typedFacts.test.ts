import { describe, expect, test } from 'vitest';
import { ConsignmentFacts } from '../../../functions/domain/equipment/consignment.ts';
import {
  factFaults,
  formOfFacts,
  typedFacts,
  type TypedFacts,
} from '../../../web/src/lib/equipment/typedFacts.ts';

const typed = (more: Partial<TypedFacts> = {}): TypedFacts => ({ ...formOfFacts({}), ...more });
const faultsOf = (more: Partial<TypedFacts>, units = 2) =>
  Object.keys(factFaults(typed(more), units, '2024-02-01'));
const many = (count: number) => Array.from({ length: count }, (_, index) => index).join('\n');

describe('the form of what is known of units', () => {
  test.each<[string, string[], string[]]>([
    ['nothing has to be known', faultsOf({}), []],
    ['numbers of all units', faultsOf({ serialNumbers: 'A-1\nA-2' }), []],
    ['more numbers than units', faultsOf({ serialNumbers: 'A-1, A-2; A-3' }), ['serialNumbers']],
    ['more than are kept', faultsOf({ serialNumbers: many(201) }, 500), ['serialNumbers']],
    ['a number twice', faultsOf({ serialNumbers: 'A-1\n A-1 ' }), ['serialNumbers']],
    ['a number that is too long', faultsOf({ serialNumbers: 'x'.repeat(61) }), ['serialNumbers']],
    ['an invisible sign', faultsOf({ serialNumbers: 'A\u200b1' }), ['serialNumbers']],
    ['an order that cannot be shown', faultsOf({ orderNumber: '7\u0000' }), ['orderNumber']],
    ['the day of the plan', faultsOf({ accountableUntil: '2024-02-01' }), []],
    ['a day before the plan', faultsOf({ accountableUntil: '2024-01-31' }), ['accountableUntil']],
    ['a year that nobody means', faultsOf({ accountableUntil: '20290-12-31' }), ['accountableUntil']],
  ])('%s', (_, faults, fields) => {
    expect(faults).toEqual(fields);
  });

  test('is sent as the API takes it, without what is empty', () => {
    const facts = typedFacts(typed({ serialNumbers: ' A-1,\r\n\nA-2;', orderNumber: ' 7/21 ' }));

    expect(facts).toEqual({ serialNumbers: ['A-1', 'A-2'], orderNumber: '7/21' });
    expect(ConsignmentFacts.parse(facts)).toEqual(facts);
    expect(typedFacts(typed({ serialNumbers: ' \n ', orderNumber: ' ' }))).toEqual({});
  });

  test('opens again with what is known', () => {
    const facts = { serialNumbers: ['A-1', 'A-2'], orderNumber: '7/21', accountableUntil: '2029-12-31' };

    expect(typedFacts(formOfFacts(facts))).toEqual(facts);
  });
});
