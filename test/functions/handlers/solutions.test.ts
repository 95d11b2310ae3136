import { beforeAll, expect, test } from 'vitest';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import {
  admin,
  command,
  donor,
  inCountry,
  manager,
  odesaManager,
  pack,
  solutionProfile,
  usedIndicators,
} from '../../support/country.ts';
import { releaseMade } from '../../support/release/made.ts';

const here = inCountry();
const { ask } = here;

let serial = 0;
/** A code of its own for each test. */
const newCode = () => `solution-${String((serial += 1))}`;
const profileOf = (solutionId: string, more: object = {}) => ({
  ...solutionProfile(solutionId),
  indicators: [],
  ...more,
});
const edited = (more: object = {}) => {
  const { solutionId: _, preparingOn: __, ...profile } = profileOf('any');
  return { ...profile, ...more };
};
const register = (solutionId: string, more: object = {}) =>
  ask(manager, 'POST', '/solutions', command(0, profileOf(solutionId, more)));
const levels = async () => {
  const { body } = await ask(manager, 'GET', '/progress/summary?month=2024-11');
  const { solutionsPreparing = 0, solutionsOperating = 0 } = Object(body).figures;
  return [solutionsPreparing, solutionsOperating];
};

beforeAll(async () => {
  // One that has an indicator for all of this file.
  await register('taken', { indicators: usedIndicators.slice(0, 1) });
});

test('a solution is registered, edited, moved on and listed, and its history says so', async () => {
  const solutionId = newCode();
  const path = `/solutions/${solutionId}`;
  const [preparing, operating] = await levels();

  expect(await register(solutionId)).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await levels()).toEqual([preparing + 1, operating]);
  const more = edited({ supplier: 'Another', indicators: usedIndicators.slice(2, 3) });
  expect(await ask(admin, 'PUT', path, command(1, more))).toMatchObject({
    status: 200,
    body: { version: 2, supplier: 'Another' },
  });
  const stage = { status: 'operating', date: '2024-03-01' };
  expect(await ask(manager, 'POST', `${path}/stages`, command(2, stage))).toMatchObject({ status: 200 });

  expect(await levels()).toEqual([preparing, operating + 1]);
  const { body } = await ask(donor, 'GET', '/solutions');
  const codes: string[] = Object(body).solutions.map((one: object) => Object(one).solutionId);
  expect(codes).toContain(solutionId);
  expect(codes).toEqual(codes.toSorted());
  const history = Object((await ask(manager, 'GET', `${path}/history`)).body).lines;
  expect(history.map((line: object) => Object(line).action)).toEqual(['register', 'edit', 'changeStage']);
  expect(sentencesOf(await checkProgress(here.database, pack))).toEqual([]);
});

test('the nation’s own row is for whoever sees the whole country', async () => {
  const rowsOf = async (who: Parameters<typeof ask>[0]) =>
    Object((await ask(who, 'GET', '/progress')).body).rows;

  await releaseMade(here);
  for (const who of [manager, admin, donor, here.clinic.head])
    expect((await rowsOf(who)).at(-1)).toBe(pack.country);
  expect(await rowsOf(odesaManager)).toEqual(['UA-51']);
});

test('a command that comes again changes nothing and answers the same', async () => {
  const body = command(0, profileOf(newCode()));

  const answers = await Promise.all([1, 2, 3].map(() => ask(manager, 'POST', '/solutions', body)));

  for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { version: 1 } });
});

test('who may do what with solutions', async () => {
  const solutionId = newCode();
  const path = `/solutions/${solutionId}`;
  await register(solutionId);
  const who = { manager, odesaManager, admin, donor, head: here.clinic.head, nobody: undefined };
  const statuses = async (method: string, at: string, body?: (version: number) => object) => {
    const all: number[] = [];
    for (const caller of Object.values(who)) {
      const { version } = Object((await ask(admin, 'GET', path)).body);
      all.push((await ask(caller, method, at, body?.(version))).status);
    }
    return all;
  };

  expect(await statuses('GET', '/solutions')).toEqual([200, 200, 200, 200, 200, 403]);
  expect(await statuses('GET', path)).toEqual([200, 200, 200, 200, 200, 403]);
  expect(await statuses('GET', `${path}/history`)).toEqual([200, 404, 200, 404, 404, 403]);
  expect(await statuses('POST', '/solutions', () => command(0, profileOf(newCode())))).toEqual([
    200, 403, 200, 403, 403, 403,
  ]);
  expect(await statuses('PUT', path, (version) => command(version, edited()))).toEqual([
    200, 403, 200, 403, 403, 403,
  ]);
  const withIndicator = { indicators: usedIndicators.slice(3, 4) };
  const moved = newCode();
  await register(moved, withIndicator);
  const stages = ['operating', 'retired'].map((status) => ({ status, date: '2024-03-01' }));
  const moves: number[] = [];
  for (const [caller, basedOn, stage] of [
    [odesaManager, 1, stages[0]],
    [donor, 1, stages[0]],
    [here.clinic.head, 1, stages[0]],
    [undefined, 1, stages[0]],
    [manager, 1, stages[0]],
    [admin, 2, stages[1]],
  ] as const)
    moves.push((await ask(caller, 'POST', `/solutions/${moved}/stages`, command(basedOn, stage))).status);
  expect(moves).toEqual([403, 403, 403, 403, 200, 200]);
});

test.each([
  ['of a code that is none', { solutionId: 'X' }, 400, 'invalid', 'solutionId'],
  ['of a code that is taken', { solutionId: 'taken' }, 409, 'alreadyExists', 'solutionId'],
  ['without a name in the country’s language', { names: { en: 'x' } }, 400, 'invalid', 'names.uk'],
  ['with a name that shows nothing', { names: { uk: '\u200b' } }, 400, 'invalid', 'names.uk'],
  ['with a supplier of nothing', { supplier: '  ' }, 400, 'invalid', 'supplier'],
  ['of a capability that is not known', { capability: 'toString' }, 400, 'invalid', 'capability'],
  ['with equipment that is not known', { equipmentTypes: ['wand'] }, 400, 'invalid', 'equipmentTypes'],
  [
    'with more equipment than there is',
    { equipmentTypes: Array(21).fill('x') },
    400,
    'invalid',
    'equipmentTypes',
  ],
  ['with an indicator that is not known', { indicators: ['none'] }, 422, 'unknownIndicator', 'indicators'],
  [
    'with another’s indicator',
    { indicators: usedIndicators.slice(0, 1) },
    409,
    'alreadyExists',
    'indicators',
  ],
  ['prepared before the programme', { preparingOn: '2021-12-31' }, 422, 'dateNotAllowed', 'preparingOn'],
  ['prepared tomorrow', { preparingOn: '2024-12-04' }, 422, 'dateNotAllowed', 'preparingOn'],
  ['with a field too many', { colour: 'red' }, 400, 'unknownField', 'colour'],
])('no solution is registered %s', async (_, more, status, code, field) => {
  const solutionId = newCode();
  const before = await levels();

  expect(await register(solutionId, more)).toMatchObject({ status, body: { code, field } });

  expect((await ask(admin, 'GET', `/solutions/${solutionId}`)).status).toBe(404);
  expect(await levels()).toEqual(before);
});

test('of two who claim an indicator at once, one gets it', async () => {
  const indicators = usedIndicators.slice(4, 5);
  const codes = Array.from({ length: 6 }, newCode);

  const answers = await Promise.all(codes.map((solutionId) => register(solutionId, { indicators })));

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  for (const { status, body } of answers)
    if (status !== 200) expect(body).toMatchObject({ code: 'alreadyExists', field: 'indicators' });
  // Who lets go of it leaves it to another.
  const winner = codes[answers.findIndex(({ status }) => status === 200)];
  const other = codes[answers.findIndex(({ status }) => status !== 200)] ?? '';
  expect(await ask(admin, 'PUT', `/solutions/${winner}`, command(1, edited()))).toMatchObject({
    status: 200,
  });
  expect(await register(other, { indicators })).toMatchObject({ status: 200 });
});

test('what was changed meanwhile is told with what it is now', async () => {
  const solutionId = newCode();
  await register(solutionId);
  const path = `/solutions/${solutionId}`;
  await ask(admin, 'PUT', path, command(1, edited({ supplier: 'First' })));

  expect(await ask(manager, 'PUT', path, command(1, edited({ supplier: 'Second' })))).toMatchObject({
    status: 409,
    body: { code: 'stale', current: { version: 2, supplier: 'First' } },
  });
});

test.each([
  ['to the status after the next', { status: 'retired', date: '2024-03-01' }, 422, 'stageNotNext', 'status'],
  ['before it is prepared', { status: 'operating', date: '2024-01-14' }, 422, 'dateNotAllowed', 'date'],
  [
    'without anything to show its use',
    { status: 'operating', date: '2024-03-01' },
    400,
    'invalid',
    'indicators',
  ],
  ['to a status that is none', { status: 'live', date: '2024-03-01' }, 400, 'invalid', 'status'],
  ['on no day', { status: 'operating', date: 'soon' }, 400, 'invalid', 'date'],
])('a solution does not go on %s', async (_, stage, status, code, field) => {
  const solutionId = newCode();
  await register(solutionId);

  expect(await ask(manager, 'POST', `/solutions/${solutionId}/stages`, command(1, stage))).toMatchObject({
    status,
    body: { code, field },
  });
});

test('a solution that is not there is told as that', async () => {
  for (const [method, rest, body] of [
    ['GET', '', undefined],
    ['GET', '/history', undefined],
    ['PUT', '', command(0, edited())],
    ['POST', '/stages', command(0, { status: 'operating', date: '2024-03-01' })],
  ] as const)
    expect(await ask(admin, method, `/solutions/nothing${rest}`, body)).toMatchObject({
      status: 404,
      body: { code: 'notFound', detail: 'There is no such solution.' },
    });
});
