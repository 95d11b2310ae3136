import { describe, expect, test } from 'vitest';
import { packFor } from '../../../functions/packs/index.ts';
import type { Target } from '../../../functions/domain/plan/target.ts';
import * as milestone from '../../../web/src/routes/(in)/plan/milestoneForm.ts';
import { faultyFields, formOf, linesOf, type Typed } from '../../../web/src/routes/(in)/plan/targetForm.ts';

const pack = packFor('UA');
const facilities = { unit: 'facilities', kind: 'level' } as const;
const flow = { unit: 'usdCents', kind: 'flow' } as const;
const lines: Target['lines'] = [
  {
    row: 'UA-46',
    planned: [
      { day: '2024-01-01', value: 100 },
      { day: '2025-01-01', value: 700 },
    ],
  },
  { row: 'UA-51', planned: [{ day: '2024-01-01', value: 0 }] },
];

describe('the form of a target', () => {
  test('says what there is, and sends the same again', () => {
    for (const figure of [facilities, flow])
      expect(
        linesOf(formOf({ lines }, figure), figure, pack).toSorted((a, b) => (a.row < b.row ? -1 : 1)),
      ).toEqual(lines);
    expect(formOf({ lines }, flow).values['UA-46']).toEqual(['1', '7']);
  });

  test('of another grain sends that alone', () => {
    const typed: Typed = { ...formOf({ lines }, facilities), grain: 'nation' };
    typed.values['nation'] = ['1 000', ''];

    expect(linesOf(typed, facilities, pack)).toEqual([
      { row: 'nation', planned: [{ day: '2024-01-01', value: 1000 }] },
    ]);
  });

  const typed = (more: Partial<Typed>): Typed => ({ ...formOf({ lines }, facilities), ...more });

  test.each([
    ['dates in no order', typed({ days: ['2025-01-01', '2024-01-01'] }), ['days']],
    ['a date twice', typed({ days: ['2025-01-01', '2025-01-01'] }), ['days']],
    ['no date', typed({ days: ['2025-01-01', ''] }), ['days']],
    ['half a facility', typed({ values: { 'UA-46': ['1.5', ''] } }), ['lines']],
    ['nothing at the first date', typed({ values: { 'UA-46': ['', '4'] } }), ['lines']],
    ['a total that falls', typed({ values: { 'UA-46': ['5', '4'] } }), ['lines']],
    ['nothing wrong', typed({}), []],
  ])('names %s', (_, form, fields) => {
    expect(faultyFields(form, flow, pack)).toEqual(fields);
  });

  test('what is lower than before needs a reason', () => {
    const lower = typed({ values: { 'UA-46': ['100', '600'], 'UA-51': ['0', ''] } });

    expect(faultyFields(lower, facilities, pack, lines)).toEqual(['reason']);
    expect(faultyFields({ ...lower, reason: 'No funds' }, facilities, pack, lines)).toEqual([]);
    expect(faultyFields(typed({}), facilities, pack, lines)).toEqual([]);
  });

  test('a level may fall', () => {
    expect(faultyFields(typed({ values: { 'UA-46': ['5', '4'] } }), facilities, pack)).toEqual([]);
  });
});

describe('the form of a milestone', () => {
  const law = { names: { uk: 'Закон', en: 'Law' }, on: '2023-08', count: 31, of: 41 };

  test('says what there is, and sends the same again', () => {
    expect(milestone.profileOf(milestone.formOf(law))).toEqual(law);
    expect(milestone.idOf(law)).toBe('law-2023-08');
    expect(milestone.idOf({ names: { uk: 'Закон про телемедицину' }, on: '2023' })).toBe(
      'zakon-pro-telemedytsynu-2023',
    );
  });

  test.each([
    ['a name that a language lacks', { names: { en: 'Law' } }, ['names.uk']],
    ['a day that there is not', { on: '2023-02-30' }, ['on']],
    ['no date', { on: 'soon' }, ['on']],
    ['more than the whole', { count: 42 }, ['count']],
  ])('names %s', (_, more, fields) => {
    expect(milestone.faultyFields(milestone.formOf({ ...law, ...more }), pack)).toEqual(fields);
  });
});
