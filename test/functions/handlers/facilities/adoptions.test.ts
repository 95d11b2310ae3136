import { beforeAll, expect, test } from 'vitest';
import { checkProgress, sentencesOf } from '../../../../functions/rebuild/check.ts';
import { coverCode } from '../../../../functions/domain/report/cover.ts';
import { facilityKind } from '../../../../functions/store/facility/facilities.ts';
import {
  admin,
  command,
  complete,
  edited,
  inCountry,
  manager,
  pack,
  solutionProfile,
} from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const { ask } = here;
const solutionId = 'trauma-consultation';
const content = { solutionId, from: '2024-10-20', source: 'Letter of the department' };
const adopt = (basedOn: number, more: object = {}) =>
  ask(manager, 'POST', here.clinic.path('/adoptions'), command(basedOn, { ...content, ...more }));
const figure = async (name: string, month: string) =>
  Object((await ask(manager, 'GET', `/progress/summary?month=${month}`)).body).figures[name] ?? 0;

beforeAll(async () => {
  const operate = async (code: string, more: object) => {
    await ask(admin, 'POST', '/solutions', command(0, { ...solutionProfile(code), ...more }));
    const stage = { status: 'operating', date: '2024-03-01' };
    await ask(admin, 'POST', `/solutions/${code}/stages`, command(1, stage));
  };
  await operate(solutionId, { capability: 'traumaConsultation', indicators: ['traumaConsultations'] });
  await operate('self-examination', {
    capability: 'selfExamination',
    equipmentTypes: ['selfExaminationPlatform'],
    indicators: ['selfExaminations'],
  });
  await ask(admin, 'POST', '/solutions', command(0, { ...solutionProfile('later'), indicators: [] }));
});

test('a facility adopts a solution by hand, is asked for its figure, and counts as with and using it', async () => {
  const { head, november, path } = here.clinic;
  const before = await figure('facilitiesWith.traumaConsultation', '2024-11');
  expect(await adopt(5)).toMatchObject({
    status: 200,
    body: { version: 6, adoptions: [{ solutionId, periods: [{ from: '2024-10-20' }] }] },
  });
  expect(await figure('facilitiesWith.traumaConsultation', '2024-09')).toBe(0);
  expect(await figure('facilitiesWith.traumaConsultation', '2024-11')).toBe(before + 1);

  const submit = (month: string, basedOn: number, figures: object) =>
    ask(head, 'POST', path(`/reports/${month}/submission`), command(basedOn, { figures }));
  expect(await submit('2024-11', 0, complete)).toMatchObject({
    status: 422,
    body: { code: 'missingFigure', field: 'figures.traumaConsultations' },
  });
  const all = { ...complete, traumaConsultations: 1, [coverCode(solutionId)]: 1 };
  expect(await submit('2024-11', 0, all)).toMatchObject({ body: { adopted: [{ solutionId }] } });
  expect(await submit('2024-09', 0, all)).toMatchObject({ status: 422, body: { code: 'unknownIndicator' } });
  expect(await figure('facilitiesUsing.traumaConsultation', '2024-11')).toBe(0);
  await ask(manager, 'POST', november('/approval'), command(1));
  expect(await figure('facilitiesUsing.traumaConsultation', '2024-11')).toBe(1);

  const { body } = await ask(manager, 'GET', path('/history'));
  expect(Object(body).lines.at(-1)).toMatchObject({ action: 'adopt', changes: [{ field: 'adoptions' }] });
  const reported: Loose = (await ask(manager, 'GET', november('/history'))).body;
  const told = reported.lines.flatMap(({ changes }: Loose) => changes.map(({ field }: Loose) => field));
  expect(told).not.toContain('adopted');
  expect(sentencesOf(await checkProgress(here.database, pack))).toEqual([]);
});

test('an adoption outlives an edit of the profile and a move, and may be entered anew', async () => {
  await adopt(5);
  await ask(manager, 'PUT', here.clinic.path('/profile'), command(6, edited()));
  await ask(admin, 'POST', here.clinic.path('/region'), command(7, { region: 'UA-51', date: '2024-11-10' }));

  expect(await adopt(8, { until: '2024-11-25', source: 'Another letter' })).toMatchObject({
    body: {
      version: 9,
      adoptions: [
        {
          byHand: { source: 'Another letter' },
          periods: [{ from: '2024-10-20', until: '2024-11-25' }],
        },
      ],
    },
  });
  expect(sentencesOf(await checkProgress(here.database, pack))).toEqual([]);
  expect(await adopt(9, { until: content.from })).toMatchObject({ body: { version: 10, adoptions: [] } });
  expect(sentencesOf(await checkProgress(here.database, pack))).toEqual([]);
});

test('terms that change count from their day on, and what was before stays', async () => {
  await adopt(5);
  const {
    stages: _,
    version,
    solutionId: code,
    ...profile
  }: Loose = (await ask(admin, 'GET', `/solutions/${solutionId}`)).body;
  const { termsVersion: __, ...terms } = profile;
  const edit = (basedOn: number, more: object) =>
    ask(admin, 'PUT', `/solutions/${code}`, command(basedOn, { ...terms, ...more }));
  expect(await edit(version, { capability: 'teleEcg', termsFrom: '2024-11-15' })).toMatchObject({
    status: 200,
  });

  expect((await ask(admin, 'GET', here.clinic.path())).body).toMatchObject({
    version: 7,
    adoptions: [
      {
        terms: {
          version: version + 1,
          capability: 'teleEcg',
          former: [{ version: 1, capability: 'traumaConsultation', until: '2024-11-15' }],
        },
        periods: [{ from: content.from }],
      },
    ],
  });
  expect(sentencesOf(await checkProgress(here.database, pack))).toEqual([]);
  await edit(version + 1, { termsFrom: '2024-11-15' });
  expect((await ask(admin, 'GET', here.clinic.path())).body).toMatchObject({
    adoptions: [{ terms: { version: version + 2, capability: 'traumaConsultation' } }],
  });
});

test.each([
  ['that needs equipment', { solutionId: 'self-examination' }, 409, 'wrongState', 'solutionId'],
  ['that is not there', { solutionId: 'nothing' }, 404, 'notFound', undefined],
  ['that does not operate', { solutionId: 'later' }, 422, 'dateNotAllowed', 'from'],
  ['before it operates', { from: '2024-02-29' }, 422, 'dateNotAllowed', 'from'],
  ['from tomorrow', { from: '2024-12-04' }, 422, 'dateNotAllowed', 'from'],
  ['before the programme', { from: '2021-12-31' }, 422, 'dateNotAllowed', 'from'],
  ['that is over before it begins', { until: '2024-10-19' }, 422, 'dateNotAllowed', 'until'],
  ['that is over tomorrow', { until: '2024-12-04' }, 422, 'dateNotAllowed', 'until'],
  ['without a source', { source: ' ' }, 400, 'invalid', 'source'],
  ['from no day', { from: 'October' }, 400, 'invalid', 'from'],
])('no facility adopts a solution by hand %s', async (_, more, status, code, field) => {
  const answer = await adopt(5, more);

  expect(answer).toMatchObject({ status, body: { code, ...(field && { field }) } });
  expect((await ask(admin, 'GET', here.clinic.path())).body).toMatchObject({ version: 5 });
});

test('a facility of an older release, without adoptions, reads on; one that has lost them does, too', () => {
  const { stages, ...rest } = {
    facilityId: 'UA-0001',
    names: { uk: 'Клініка' },
    type: 'ruralClinic',
    region: 'UA-46',
    settlement: { uk: 'Ходорів' },
    connectivity: 'mobile',
    power: 'grid',
    version: 1,
    stages: [{ stage: 'planned', date: '2024-01-01', by: 'admin' }],
  };

  expect(facilityKind.from({ ...rest, stages })).not.toHaveProperty('adoptions');
  expect(facilityKind.from({ ...rest, stages, adoptions: [] })).toHaveProperty('adoptions', []);
});
