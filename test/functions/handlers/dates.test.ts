import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../functions/domain/calendar.ts';
import { Facility } from '../../../functions/domain/facility/facility.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { repair } from '../../../functions/rebuild/repair.ts';
import { facilityKind } from '../../../functions/store/facility/facilities.ts';
import {
  admin,
  command,
  complete,
  donor,
  inCountry,
  manager,
  odesaManager,
  pack,
  profile,
} from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

const impossible = ['1999-12-31', '0024-11-01', '2000-01-01', '2021-12-31', '2024-12-04', '2030-01-01'];

const facilityOf = async () => Facility.parse((await ask(admin, 'GET', here.clinic.path())).body);

async function progressText(): Promise<string> {
  return JSON.stringify((await ask(manager, 'GET', '/progress')).body);
}

describe('a day on which nothing of the programme can have happened is refused, and nothing is written', () => {
  test.each(impossible)('%s as the day from which a facility is planned', async (plannedOn) => {
    const before = await progressText();

    const answer = await ask(admin, 'POST', '/facilities', command(0, { ...profile('UA-7777'), plannedOn }));

    expect(answer).toMatchObject({ status: 422, body: { code: 'dateNotAllowed', field: 'plannedOn' } });
    expect((await ask(admin, 'GET', '/facilities/UA-7777')).status).toBe(404);
    expect(await progressText()).toBe(before);
  });

  test.each(impossible)('%s as the day of a stage, new or mended', async (date) => {
    const before = await facilityOf();

    for (const [rest, content] of [
      ['/stages', { stage: 'suspended', date, reason: 'repair' }],
      ['/stages/correction', { index: 0, date }],
    ] as const)
      expect(
        await ask(admin, 'POST', here.clinic.path(rest), command(before.version, content)),
      ).toMatchObject({ status: 422, body: { code: 'dateNotAllowed', field: 'date' } });

    expect(await facilityOf()).toEqual(before);
  });

  test.each(['2021-12', '2000-01', '2099-12'])('%s as the month of a report', async (month) => {
    const answer = await ask(
      here.clinic.head,
      'POST',
      here.clinic.path(`/reports/${month}/submission`),
      command(0, { figures: complete }),
    );

    expect(answer).toMatchObject({ status: 422, body: { field: 'month' } });
  });
});

describe('a day that an older release accepted', () => {
  /** The clinic as release 0.1 might have kept it: planned in a mistyped year. */
  async function withMistypedDay(date: string): Promise<void> {
    const { latest: _, ...facility } = await facilityOf();
    const [, ...rest] = facility.stages;
    const mistyped: Facility = {
      ...facility,
      version: facility.version + 1,
      stages: [{ stage: 'planned', date, by: 'admin' }, ...rest],
    };
    const write = facilityKind.write(mistyped, pack);
    await here.database.transact([write]);
  }

  test.each(['1999-12-31', '0024-11-01', '2000-01-01'])('%s takes nothing down', async (date) => {
    await withMistypedDay(date);
    await repair(here.database, pack);

    const cube = await ask(manager, 'GET', '/progress');
    const answers = [
      cube,
      await ask(manager, 'GET', '/progress/summary?month=2024-11'),
      await ask(manager, 'GET', '/facilities'),
      await ask(manager, 'GET', '/reviews'),
      await ask(manager, 'GET', '/reports?region=UA-46&month=2024-11'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(Object(cube.body).months[0]).toBe('2022-01');
    expect(Object(cube.body).months.at(-1) <= addMonths('2024-12', 1)).toBe(true);
    expect(sentencesOf(await checkProgress(here.database, pack))).toEqual([]);
  });

  test('is mended by an administrator, and by nobody else', async () => {
    await withMistypedDay('1999-12-31');
    const { version } = await facilityOf();
    const mend = (who: typeof admin) =>
      ask(
        who,
        'POST',
        here.clinic.path('/stages/correction'),
        command(version, { index: 0, date: '2024-01-01' }),
      );

    const refused = await Promise.all([manager, here.clinic.head, odesaManager, donor].map(mend));
    const mended = await mend(admin);

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 404, 404]);
    expect(mended).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect((await facilityOf()).stages[0]).toMatchObject({ date: '2024-01-01', by: 'admin' });
    await repair(here.database, pack);
  });
});

describe('a stage’s day that is mended', () => {
  test('moves its facility in progress, once, and is in the history', async () => {
    const { version } = await facilityOf();
    const liveIn = async (month: string) => {
      const { body } = await ask(manager, 'GET', `/progress/summary?month=${month}`);
      return Object(body).figures.facilitiesLive;
    };
    const before = await liveIn('2024-03');
    const once = command(version, { index: 4, date: '2024-04-02' });

    const answers = [
      await ask(admin, 'POST', here.clinic.path('/stages/correction'), once),
      await ask(admin, 'POST', here.clinic.path('/stages/correction'), once),
    ];
    const history = await ask(manager, 'GET', here.clinic.path('/history'));

    expect(answers[1]).toEqual(answers[0]);
    expect(await liveIn('2024-03')).toBe(before - 1);
    expect(await liveIn('2024-04')).toBe(before);
    expect(Object(history.body).lines.at(-1)).toMatchObject({
      action: 'correctStage',
      by: { name: 'Admin' },
    });
  });

  test('is refused where a report handed in would be left of a month in which it was not live', async () => {
    const february = here.clinic.path('/reports/2024-02/submission');
    await ask(here.clinic.head, 'POST', february, command(0, { figures: complete }));
    const { version } = await facilityOf();

    const answers = [
      await ask(
        admin,
        'POST',
        here.clinic.path('/stages/correction'),
        command(version, { index: 4, date: '2024-03-01' }),
      ),
      await ask(
        here.clinic.head,
        'POST',
        here.clinic.november('/submission'),
        command(0, { figures: complete }),
      ),
      await ask(
        manager,
        'POST',
        here.clinic.path('/stages'),
        command(version, { stage: 'suspended', date: '2024-10-31', reason: 'repair' }),
      ),
    ];

    expect(answers).toMatchObject([
      { status: 422, body: { code: 'dateNotAllowed', field: 'date' } },
      { status: 200 },
      { status: 422, body: { code: 'dateNotAllowed', field: 'date' } },
    ]);
    expect((await facilityOf()).version).toBe(version);
  });

  test('has an index of one of the stages', async () => {
    const { version } = await facilityOf();
    const mend = (index: unknown) =>
      ask(
        admin,
        'POST',
        here.clinic.path('/stages/correction'),
        command(version, { index, date: '2024-02-01' }),
      );

    const answers = await Promise.all([5, -1, 0.5, '0', 1e9].map(mend));
    expect(answers.map(({ status }) => status)).toEqual([404, 400, 400, 400, 404]);
  });
});
