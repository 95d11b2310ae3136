import { beforeEach, expect, test } from 'vitest';
import { packFor } from '../../../functions/packs/index.ts';
import type { ImportRow } from '../../../functions/domain/facility/facilityImport.ts';
import { facilityKind } from '../../../web/src/lib/import/facilities/facilityKind.ts';
import type { Told } from '../../../web/src/lib/import/importKind.ts';
import { Importing, isRefused, refusedFile } from '../../../web/src/lib/import/importing.svelte.ts';

const pack = packFor('UA');
const header = 'facilityId;names.uk;type;region;settlement.uk;connectivity;power;population;phone';
const line = (at: number, population = '1') =>
  `UA-${1000 + at};Клініка;ruralClinic;UA-46;Ходорів;mobile;grid;${population};=1`;
const fileOf = (lines: string[]) => new File([[header, ...lines].join('\r\n'), '\r\n'], 'clinics.csv');

interface Asked {
  idempotencyKey: string;
  isDryRun: boolean;
  ids: string[];
}
let asked: Asked[];
let fails: (request: Asked) => boolean;
beforeEach(() => {
  asked = [];
  fails = () => false;
});

/** An import before a server on which every facility is new, but for one that it refuses. */
function begun(): Importing<ImportRow> {
  const kind = facilityKind(pack, async ({ idempotencyKey, isDryRun, rows }) => {
    const request = { idempotencyKey, isDryRun, ids: rows.map(({ profile }) => profile.facilityId) };
    await Promise.resolve();
    if (fails(request)) throw new TypeError('no network');
    asked.push(request);
    return request.ids.map((id): Told =>
      id === 'UA-1007'
        ? { outcome: 'refused', refused: { code: 'wrongState', field: 'region', detail: '' } }
        : { outcome: 'new' },
    );
  });
  return new Importing(() => kind);
}
const many = Array.from({ length: 60 }, (_, at) => line(at, at === 3 ? 'x' : '1'));

test('a file is read and tried, and what is good is applied under keys of its own', async () => {
  const importing = begun();
  await importing.read(fileOf(many));

  expect(importing).toMatchObject({ step: 'checked', ignored: ['phone'], toApply: 58 });
  expect(importing.counts).toEqual({ new: 58, changed: 0, unchanged: 0, refused: 2 });
  expect(asked.every(({ isDryRun }) => isDryRun)).toBe(true);
  const tried = asked.splice(0);

  await importing.apply();

  expect(importing.step).toBe('applied');
  expect(asked.flatMap(({ ids }) => ids)).toHaveLength(58);
  expect(asked.flatMap(({ ids }) => ids)).not.toContain('UA-1003');
  expect(new Set([...tried, ...asked].map(({ idempotencyKey }) => idempotencyKey)).size).toBe(6);
  expect(importing.lines.filter(isRefused).map(({ number }) => number)).toEqual([5, 9]);
});

test('an import that broke off goes on with what is left, under the same keys', async () => {
  const importing = begun();
  await importing.read(fileOf(many));
  const tried: string[] = [];
  fails = ({ idempotencyKey, ids }) => {
    tried.push(idempotencyKey);
    return ids.includes('UA-1030');
  };
  asked.length = 0;

  await importing.apply();
  expect(importing.step).toBe('applying');
  expect(importing.sending.isPaused).toBe(true);
  expect(importing.sending.failure).not.toBe('');
  fails = () => false;
  await importing.goOn();

  expect(importing.step).toBe('applied');
  expect(importing.sending).toMatchObject({ isPaused: false, failure: '', done: 58, total: 58 });
  const sent = asked.flatMap(({ ids }) => ids);
  expect(new Set(sent).size).toBe(58);
  expect(sent).toHaveLength(58);
  for (const { idempotencyKey } of asked) expect(tried).toContain(idempotencyKey);
});

test('the refused rows are a file to mend, with the reasons', async () => {
  const importing = begun();
  await importing.read(fileOf(many));

  const lines = refusedFile(importing, { row: 'Row', reason: 'Reason' }, ({ number }) => `because ${number}`);

  expect(lines).toEqual([
    [...header.split(';'), 'Row', 'Reason'],
    [...line(3, 'x').split(';'), '5', 'because 5'],
    [...line(7).split(';'), '9', 'because 9'],
  ]);
});

test('a file without the columns that are needed is not sent', async () => {
  const importing = begun();

  await importing.read(new File(['facilityId;region\nUA-0001;UA-46\n'], 'few.csv'));

  expect(importing).toMatchObject({
    step: 'choose',
    missing: ['names.uk', 'type', 'settlement.uk', 'connectivity', 'power'],
  });
  expect(asked).toEqual([]);
});

test('a file that was cut says so, and another can be chosen', async () => {
  const importing = begun();

  await importing.read(new File([`${header}\nUA-0001;"Клі`], 'cut.csv'));
  expect(importing).toMatchObject({ step: 'choose', fault: 'cut' });
  await importing.read(fileOf([line(1)]));

  expect(importing).toMatchObject({ step: 'checked', fault: undefined, toApply: 1 });
});
