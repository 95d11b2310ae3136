import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDonation, registerDonation } from '../../../../functions/domain/equipment/agreement.ts';
import { giveBack, takeUnits, type Agreement } from '../../../../functions/domain/equipment/donation.ts';
import { unitsLeft } from '../../../../functions/domain/equipment/lineUnits.ts';
import { donationContributions } from '../../../../functions/domain/equipment/donationContributions.ts';
import { testPack } from '../../../support/builders.ts';
import { agreement } from '../../../support/equipment.ts';

const on = { pack: testPack, today: '2024-12-03', solutions: ['monitoring'] };
const ids = { donationId: 'aid', donorId: 'donor-1' };
const donation = registerDonation(ids, agreement, on);
const line = agreement.lines[0];
const withLine = (more: object): Agreement => ({ ...agreement, lines: line ? [{ ...line, ...more }] : [] });

describe('a donation', () => {
  test('knows what its lines are worth, at the rate of its day', () => {
    expect(donation.lines).toMatchObject([{ usdCents: 271_700, planned: { units: 0, usdCents: 0 } }]);
  });

  test('counts as a pledge on its day, in the nation’s own row, for the country, its donor and its type', () => {
    const amounts = { aidPledgedUsd: 271_700, unitsPledged: 10 };

    expect(donationContributions(donation, testPack)).toEqual(
      ['country', 'equipment:all', 'donor:donor-1', 'type:tablet'].map((scope) => ({
        scope,
        row: 'UA',
        month: '2024-01',
        amounts,
      })),
    );
  });

  test('names no more types and solutions than one transaction counts', () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        lineId: `l${index}`,
        solutionId: `solution-${index}`,
        equipmentType: 'tablet',
        quantity: 1,
        unitValue: 25_000,
        usdRate: '1.0868',
        usdRateOn: '2024-01-15',
      }));
    const register = (count: number) =>
      registerDonation(
        ids,
        { ...agreement, lines: named(count) },
        { ...on, solutions: named(count).map(({ solutionId }) => solutionId) },
      );

    expect(register(39).lines).toHaveLength(39);
    expect(() => register(40)).toThrow(
      expect.objectContaining({ code: 'invalid', details: { field: 'lines' } }),
    );
  });

  test.each<[string, Agreement, string, string]>([
    ['before the programme', { ...agreement, pledgedOn: '2021-12-31' }, 'dateNotAllowed', 'pledgedOn'],
    ['tomorrow', { ...agreement, pledgedOn: '2024-12-04' }, 'dateNotAllowed', 'pledgedOn'],
    ['agreed before it is pledged', { ...agreement, agreedOn: '2024-01-14' }, 'dateNotAllowed', 'agreedOn'],
    ['over before it begins', { ...agreement, endsOn: '2024-01-14' }, 'dateNotAllowed', 'endsOn'],
    ['in no currency', { ...agreement, currency: 'XXQ' }, 'invalid', 'currency'],
    ['of nothing known', withLine({ equipmentType: 'unicorn' }), 'invalid', 'lines.0.equipmentType'],
    ['for no solution', withLine({ solutionId: 'unknown' }), 'invalid', 'lines.0.solutionId'],
    [
      'with a rate of the future',
      withLine({ usdRateOn: '2024-12-04' }),
      'dateNotAllowed',
      'lines.0.usdRateOn',
    ],
    [
      'worth more than all',
      withLine({ quantity: 100_000, unitValue: 10 ** 11 }),
      'tooHigh',
      'lines.0.unitValue',
    ],
    [
      'with a dollar of another worth',
      { ...withLine({ usdRate: '1.1' }), currency: 'USD' },
      'invalid',
      'lines.0.usdRate',
    ],
    [
      'with a line twice',
      { ...agreement, lines: [...agreement.lines, ...agreement.lines] },
      'invalid',
      'lines',
    ],
  ])('%s is refused', (_, wrong, code, field) => {
    expect(() => registerDonation(ids, wrong, on)).toThrow(
      expect.objectContaining({ code, details: { field } }),
    );
  });
});

describe('units of a line', () => {
  test('go into consignments as far as there are any, and come back', () => {
    const taken = takeUnits(donation, 'l1', 4);

    expect(taken).toMatchObject({ usdCents: 108_680, after: { consignments: 1, version: 2 } });
    expect(() => takeUnits(taken.after, 'l1', 7)).toThrow(expect.objectContaining({ code: 'tooHigh' }));
    expect(() => takeUnits(donation, 'l2', 1)).toThrow(expect.objectContaining({ code: 'notFound' }));
    const back = giveBack(taken.after, 'l1', { units: 4, usdCents: 108_680 });
    expect(back.lines).toEqual(donation.lines);
    expect(back.consignments).toBe(1);
  });

  test('take the line’s value with them, to the cent, however they are taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }),
        (unitValue, amounts) => {
          const quantity = amounts.reduce((sum, amount) => sum + amount, 0);
          let known = registerDonation(ids, withLine({ quantity, unitValue, usdRate: '0.37' }), on);
          let cents = 0;
          for (const amount of amounts) {
            const taken = takeUnits(known, 'l1', amount);
            [known, cents] = [taken.after, cents + taken.usdCents];
          }
          expect(cents).toBe(known.lines[0]?.usdCents);
          expect(known.lines.map(unitsLeft)).toEqual([0]);
        },
      ),
    );
  });

  test('once in consignments keep what they are and what they are worth', () => {
    const { after } = takeUnits(donation, 'l1', 4);
    const edited = (more: object) => () => editDonation(after, withLine(more), on);

    expect(edited({ quantity: 12 })().lines[0]).toMatchObject({ quantity: 12, planned: { units: 4 } });
    const refusal = (code: string, field: string) => expect.objectContaining({ code, details: { field } });
    expect(edited({ quantity: 3 })).toThrow(refusal('tooLow', 'lines.0.quantity'));
    expect(edited({ unitValue: 1 })).toThrow(refusal('wrongState', 'lines.0.unitValue'));
    expect(edited({ usdRate: '2' })).toThrow(refusal('wrongState', 'lines.0.usdRate'));
    expect(edited({ equipmentType: 'complex' })).toThrow(refusal('wrongState', 'lines.0.equipmentType'));
    expect(edited({ lineId: 'l2' })).toThrow(refusal('wrongState', 'lines'));
    expect(() => editDonation(after, { ...withLine({}), currency: 'GBP' }, on)).toThrow(
      refusal('wrongState', 'currency'),
    );
    expect(editDonation(donation, { ...withLine({}), currency: 'GBP' }, on).currency).toBe('GBP');
  });
});
