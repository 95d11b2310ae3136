import { describe, expect, test } from 'vitest';
import { registerDonation } from '../../../functions/domain/equipment/agreement.ts';
import { Agreement, takeUnits } from '../../../functions/domain/equipment/donation.ts';
import { DonationId } from '../../../functions/domain/equipment/giverIds.ts';
import {
  agreementOf,
  donationIdFor,
  emptyForm,
  faultyFields,
  formOf,
  mergedForm,
  type Typed,
} from '../../../web/src/routes/(in)/donations/agreementForm.ts';
import {
  emptyLine,
  lineValue,
  totalValue,
  type TypedLine,
} from '../../../web/src/routes/(in)/donations/typedLine.ts';
import { testPack } from '../../support/builders.ts';
import { agreement } from '../../support/equipment.ts';

const on = { pack: testPack, today: '2024-12-03', solutions: ['monitoring'] };
const bounds = { programmeStart: testPack.programmeStart, today: on.today };
const line: TypedLine = {
  ...emptyLine([]),
  lineId: 'l1',
  equipmentType: 'tablet',
  quantity: '1 000',
  unitValue: '250,50',
  usdRate: '1,08680',
  usdRateOn: '2024-01-15',
  solutionId: '',
};
const typed: Typed = {
  ...emptyForm('donor-1'),
  title: ' Tablets for clinics ',
  pledgedOn: '2024-01-15',
  currency: 'EUR',
  organisations: [
    { choice: 'implementing', text: ' Red Cross ' },
    { choice: '', text: '' },
  ],
  lines: [line],
};
const withLine = (more: Partial<TypedLine>): Typed => ({ ...typed, lines: [{ ...line, ...more }] });
const donation = registerDonation({ donationId: 'aid', donorId: 'donor-1' }, agreement, on);

test('a filled form is an agreement that the API and the domain take, to the cent', () => {
  expect(faultyFields(typed, bounds)).toEqual([]);
  const sent = Agreement.parse(agreementOf(typed));

  expect(sent).toEqual({
    title: 'Tablets for clinics',
    pledgedOn: '2024-01-15',
    currency: 'EUR',
    organisations: [{ role: 'implementing', name: 'Red Cross' }],
    lines: [
      {
        lineId: 'l1',
        equipmentType: 'tablet',
        quantity: 1_000,
        unitValue: 25_050,
        usdRate: '1.0868',
        usdRateOn: '2024-01-15',
      },
    ],
  });
  const [entered] = registerDonation({ donationId: 'aid', donorId: 'donor-1' }, sent, on).lines;
  expect(lineValue(line, 'EUR')).toEqual({
    minorUnits: 25_050_000n,
    usdCents: BigInt(entered?.usdCents ?? -1),
  });
});

test('a donation in dollars needs no rate: it is 1 as of the pledge', () => {
  const inDollars: Typed = { ...withLine({ usdRate: '', usdRateOn: '' }), currency: 'USD' };

  expect(faultyFields(inDollars, bounds)).toEqual([]);
  expect(agreementOf(inDollars).lines).toMatchObject([{ usdRate: '1', usdRateOn: '2024-01-15' }]);
});

test('a donation where nothing is touched is sent as it is', () => {
  const rich = { ...agreement, reference: 'A-1', endsOn: '2026-01-01', note: 'Two\nlines' };
  const { lines } = registerDonation({ donationId: 'aid', donorId: 'donor-1' }, rich, on);

  expect(agreementOf(formOf({ ...donation, ...rich, lines }))).toEqual(rich);
});

test('an empty form names every field that must be filled, as the API names them', () => {
  expect(faultyFields({ ...emptyForm(), currency: 'EUR' }, bounds)).toEqual([
    'donorId',
    'title',
    'pledgedOn',
    'lines.0.equipmentType',
    'lines.0.quantity',
    'lines.0.unitValue',
    'lines.0.usdRate',
    'lines.0.usdRateOn',
  ]);
});

test.each<[string, Typed, string]>([
  ['a pledge before the programme', { ...typed, pledgedOn: '2021-12-31' }, 'pledgedOn'],
  ['a pledge of tomorrow', { ...typed, pledgedOn: '2024-12-04' }, 'pledgedOn'],
  ['an agreement before its pledge', { ...typed, agreedOn: '2024-01-14' }, 'agreedOn'],
  ['an end before its agreement', { ...typed, agreedOn: '2024-02-01', endsOn: '2024-01-31' }, 'endsOn'],
  ['an end in a mistyped year', { ...typed, endsOn: '20260-01-01' }, 'endsOn'],
  ['an organisation of no part', { ...typed, organisations: [{ choice: '', text: 'X' }] }, 'organisations'],
  ['no units', withLine({ quantity: '0' }), 'lines.0.quantity'],
  ['half a unit', withLine({ quantity: '1.5' }), 'lines.0.quantity'],
  ['too many units', withLine({ quantity: '100001' }), 'lines.0.quantity'],
  ['fewer units than are planned', withLine({ quantity: '3', planned: 4 }), 'lines.0.quantity'],
  ['an amount with three decimals', withLine({ unitValue: '1.234' }), 'lines.0.unitValue'],
  ['an amount too large', withLine({ unitValue: '1000000000.01' }), 'lines.0.unitValue'],
  ['a rate of nothing', withLine({ usdRate: '0.0' }), 'lines.0.usdRate'],
  ['a rate of the future', withLine({ usdRateOn: '2024-12-04' }), 'lines.0.usdRateOn'],
])('a form with %s is not sent', (_, form, field) => {
  expect(faultyFields(form, bounds)).toEqual([field]);
});

test('values are shown as far as they are known, and the whole only where every line is', () => {
  const more = { ...line, quantity: '2', usdRate: '' };

  expect(lineValue({ ...line, quantity: '' }, 'EUR')).toBeUndefined();
  expect(lineValue(more, 'EUR')).toEqual({ minorUnits: 50_100n });
  expect(totalValue([line, line], 'EUR')).toEqual({ minorUnits: 50_100_000n, usdCents: 54_448_680n });
  expect(totalValue([line, more], 'EUR')).toEqual({ minorUnits: 25_100_100n });
  expect(totalValue([line, { ...line, unitValue: 'x' }], 'EUR')).toBeUndefined();
});

describe('what somebody else has made of it meanwhile', () => {
  const begun = formOf(donation);
  const [first] = begun.lines;
  if (!first) throw new Error('The agreement has a line.');
  const fresh = { ...emptyLine(begun.lines), lineId: 'mine' };

  test('comes in line by line, under what was typed', () => {
    const mine = { ...begun, title: 'Mine', lines: [{ ...first, quantity: '12' }, fresh] };
    const theirs = {
      ...begun,
      note: 'Theirs',
      lines: [
        { ...first, unitValue: '300' },
        { ...fresh, lineId: 'theirs' },
      ],
    };

    expect(mergedForm(mine, begun, theirs)).toEqual({
      ...begun,
      title: 'Mine',
      note: 'Theirs',
      lines: [{ ...first, quantity: '12', unitValue: '300' }, { ...fresh, lineId: 'theirs' }, fresh],
    });
  });

  test('of a line that went into consignments only the typed quantity stays', () => {
    const planned = formOf(takeUnits(donation, 'l1', 4).after);
    const mine = { ...begun, currency: 'GBP', lines: [{ ...first, quantity: '12', unitValue: '1' }] };

    const merged = mergedForm(mine, begun, planned);

    expect(merged.currency).toBe('EUR');
    expect(merged.lines).toEqual([{ ...first, quantity: '12', planned: 4 }]);
  });

  test('a line that was taken out here stays out, unless units of it are in consignments', () => {
    const planned = formOf(takeUnits(donation, 'l1', 4).after);
    const without = { ...begun, lines: [fresh] };

    expect(mergedForm(without, begun, begun).lines).toEqual([fresh]);
    expect(mergedForm(without, begun, planned).lines.map(({ lineId }) => lineId)).toEqual(['l1', 'mine']);
  });
});

test.each(['Tablets for clinics', 'Планшети для сільських амбулаторій', 'Stock', '日本', '2024'])(
  '%s becomes an identifier',
  (title) => {
    expect(DonationId.safeParse(donationIdFor(title, 'abc123')).success).toBe(true);
  },
);
