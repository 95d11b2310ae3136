import { beforeEach, describe, expect, test } from 'vitest';
import { DonationPlan } from '../../../functions/domain/equipment/donation.ts';
import { NoNetwork } from '../../../web/src/lib/api/errors.ts';
import { pastedRows } from '../../../web/src/routes/(in)/donations/[donationId]/plan/pastedPlan.ts';
import { Planning } from '../../../web/src/routes/(in)/donations/[donationId]/plan/planning.svelte.ts';
import {
  faultsOf,
  leftAfter,
  type PlaceChoice,
  type PlanRow,
} from '../../../web/src/routes/(in)/donations/[donationId]/plan/planRow.ts';

const place = (placeId: string): PlaceChoice => ({ placeId, name: `Clinic ${placeId}`, where: 'Lviv' });

test.each([
  ['codes alone', 'UA-0001\nUA-0002\n', [{ code: 'UA-0001' }, { code: 'UA-0002' }]],
  [
    'a spreadsheet',
    'code\tunits\r\nua-0001\t4\r\nUA-W01\t 12 \r\n',
    [
      { code: 'UA-0001', units: '4' },
      { code: 'UA-W01', units: '12' },
    ],
  ],
  [
    'semicolons, commas and spaces',
    'UA-0001;4\n\nUA-0002, 5\nUA-0003   6',
    [
      { code: 'UA-0001', units: '4' },
      { code: 'UA-0002', units: '5' },
      { code: 'UA-0003', units: '6' },
    ],
  ],
  ['more than a number', 'UA-0001 Hospital 2', [{ code: 'UA-0001', units: 'Hospital 2' }]],
  ['a word in a later line', 'UA-0001\nunknown', [{ code: 'UA-0001' }, { code: 'UNKNOWN' }]],
  ['nothing', ' \n\n', []],
])('of %s each line is a row', (_, text, rows) => {
  expect(pastedRows(text)).toEqual(rows);
});

describe('rows of a plan', () => {
  const row = (key: string, placeId: string, units: string): PlanRow => ({
    key,
    placeId,
    place: place(placeId),
    units,
  });

  test('count down what is left, and say what is wrong with each', () => {
    const rows = [
      row('a', 'UA-0001', '4'),
      row('b', 'UA-0002', ''),
      row('c', 'UA-0001', '1'),
      { key: 'd', placeId: 'UA-9999', units: '1' },
      row('e', 'UA-0003', '7'),
      row('f', 'UA-0004', '6'),
      row('g', 'UA-0005', '1.5'),
      row('h', 'UA-0006', '0'),
    ];

    expect([...faultsOf(rows, 10)]).toEqual([
      ['b', 'noUnits'],
      ['c', 'twice'],
      ['d', 'unknownPlace'],
      ['e', 'moreThanLeft'],
      ['g', 'noUnits'],
      ['h', 'noUnits'],
    ]);
    expect(leftAfter(10, rows)).toBe(-9);
    expect(leftAfter(10, rows.slice(0, 2))).toBe(6);
  });
});

interface Asked {
  idempotencyKey: string;
  places: string[];
}
let asked: Asked[];
let isDown: boolean;
beforeEach(() => {
  asked = [];
  isDown = false;
});

/** A plan before a server that refuses one place, and on whose second answer the line may break. */
function begun(left = 200): Planning {
  return new Planning(
    { lineId: 'l1', left, date: '2024-12-03' },
    {
      plan: ({ idempotencyKey, ...plan }) => {
        const places = DonationPlan.parse(plan).rows.map(({ placeId }) => placeId);
        asked.push({ idempotencyKey, places });
        if (isDown && asked.length === 2) return Promise.reject(new NoNetwork());
        return Promise.resolve(
          places.map((placeId) =>
            placeId === 'UA-1007' ? { refused: { code: 'tooHigh' } } : { consignmentId: `aid.${placeId}` },
          ),
        );
      },
      places: (codes) => Promise.resolve(codes.filter((code) => code !== 'UA-9999').map(place)),
    },
  );
}
const many = Array.from({ length: 120 }, (_, at) => ({ code: `UA-${1000 + at}` }));

test('what is pasted is taken up, known or not, and places that are chosen only once', async () => {
  const planning = begun(10);
  planning.add(place('UA-0001'));
  planning.add(place('UA-0001'));

  await planning.paste([{ code: 'UA-0002', units: '3' }, { code: 'UA-9999' }, { code: 'UA-0001' }], '2');

  expect(planning.rows.map(({ placeId, units }) => [placeId, units])).toEqual([
    ['UA-0001', '1'],
    ['UA-0002', '3'],
    ['UA-9999', '2'],
    ['UA-0001', '2'],
  ]);
  expect([...planning.faults.values()]).toEqual(['unknownPlace', 'twice']);
  planning.remove('3');
  planning.remove('4');
  expect(planning.faults.size).toBe(0);
  expect(planning.remainder).toBe(6);
});

test('rows go out fifty at a time, one request after the other, and each row’s outcome is told', async () => {
  const planning = begun();
  await planning.paste(many, '1');

  await planning.send();

  expect(asked.map(({ places }) => places.length)).toEqual([50, 50, 20]);
  expect(planning.step).toBe('told');
  expect(planning.rows.filter(({ refused }) => refused)).toMatchObject([
    { placeId: 'UA-1007', refused: 'tooHigh' },
  ]);
  expect(planning.rows[0]?.consignmentId).toBe('aid.UA-1000');
});

test('a plan on which the line broke goes on where it was, under the same keys', async () => {
  const planning = begun();
  await planning.paste(many, '1');
  isDown = true;

  await planning.send();
  expect(planning.step).toBe('sending');
  expect(planning.sending).toMatchObject({ isPaused: true, done: 50, total: 120 });
  expect(planning.sending.failure).not.toBe('');
  await planning.goOn();

  expect(planning.step).toBe('told');
  const [first, broken, again, last] = asked;
  expect(again).toEqual(broken);
  expect(new Set([first, broken, last].map((one) => one?.idempotencyKey)).size).toBe(3);
  expect(planning.rows.every(({ consignmentId, refused }) => consignmentId ?? refused)).toBe(true);
});

test('what was refused can be mended and sent again, and nothing else is', async () => {
  const planning = begun();
  await planning.paste(many.slice(0, 20), '1');
  await planning.send();

  planning.again(5);

  expect(planning).toMatchObject({ step: 'gather', left: 5 });
  expect(planning.rows).toEqual([{ key: '8', placeId: 'UA-1007', place: place('UA-1007'), units: '1' }]);
  await planning.send();
  expect(asked.at(-1)?.places).toEqual(['UA-1007']);
  expect(asked.at(-1)?.idempotencyKey).not.toBe(asked[0]?.idempotencyKey);
});
