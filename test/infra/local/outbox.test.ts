import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Accounts } from '../../../functions/store/people/accounts.ts';
import { Database } from '../../../functions/store/database.ts';
import { Mail, NotSent } from '../../../functions/store/reminders/mail.ts';
import { startService } from '../../../infra/local/http/service.ts';
import { startMailServer } from '../../../infra/local/mail/mailServer.ts';
import { Outbox } from '../../../infra/local/mail/outbox.ts';
import { command, profile } from '../../support/country.ts';
import { endRuns, run } from '../../support/runner.ts';
import { startSystem, type TestSystem } from '../../support/system.ts';

const facilityId = 'UA-0001';
const head = (accountId: string, email: string) => ({
  accountId,
  email,
  facilityId,
  name: 'Head',
  role: 'head' as const,
  language: 'uk' as const,
});

describe('the outbox of a system on one machine', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ today: '2024-12-08' });
    const authorization = `Bearer ${await system.tokenFor('administrator')}`;
    const post = (path: string, body: object) =>
      fetch(`${system.url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await post('/facilities', command(0, profile(facilityId)));
    for (const [index, stage] of ['connected', 'equipped', 'trained', 'live'].entries())
      await post(`/facilities/${facilityId}/stages`, command(index + 1, { stage, date: '2024-02-01' }));
    await system.tokenFor(head('head', 'head@example.org'));
    await system.tokenFor(head('moved-away', 'bounce@simulator.amazonses.com'));
  });
  afterAll(async () => {
    await endRuns();
    await system.stop();
  });

  const fired = async () =>
    (await run('schedules.ts', { DATA_DIR: system.folder }, 'sendReminders').ended).out;
  const outbox = () => {
    const folder = join(system.folder, 'outbox');
    return readdirSync(folder).map((file) => {
      expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
      return readFileSync(join(folder, file), 'utf8');
    });
  };

  test('has the reminders of the day, once, to be read by whoever keeps the data folder', async () => {
    expect(await fired()).toContain('{"sent":2,"failed":0,"isWhole":true}');
    expect(await fired()).toContain('{"sent":0,"failed":0,"isWhole":true}');

    const letters = outbox();
    expect(letters).toHaveLength(2);
    expect(letters.find((letter) => letter.includes('To: head@example.org\n'))).toBe(
      [
        'From: reminders@example.org',
        'To: head@example.org',
        'Subject: Звіт за листопад 2024 треба подати до 10 грудня',
        '',
        `Клініка ${facilityId}: звіт із телемедицини за листопад 2024 ще не подано. Подайте його до кінця дня 10 грудня.`,
        '',
        `Форма звіту: ${system.url}/my-facility/2024-11`,
        `Вимкнути ці листи: ${system.url}/my-facility/reminders`,
        '',
      ].join('\n'),
    );
  });

  test('gives back what is sent to the service’s own address for that, and the account says so', async () => {
    const accounts = new Accounts(new Database(system.env));

    expect((await accounts.find('moved-away'))?.undeliverable).toEqual({
      email: 'bounce@simulator.amazonses.com',
      on: '2024-12-08',
      why: 'bounced',
    });
    expect(await accounts.find('head')).not.toHaveProperty('undeliverable');
  });
});

describe('the mail service of one machine', () => {
  const taken: unknown[] = [];
  const outbox = new Outbox('/nowhere', { configurationSet: 'set', senders: ['reports@example.org'] }, () =>
    Promise.reject(new Error('nobody is told')),
  );
  const letter = { subject: 'Subject', text: 'Text' };
  const to = { accountId: 'head', email: 'head@example.org' };
  const environment = {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    SENDER: 'reports@example.org',
    CONFIGURATION_SET: 'set',
  };

  test.each([
    ['another sender', { SENDER: 'other@example.org' }, to, 'MessageRejected'],
    ['another configuration set', { CONFIGURATION_SET: 'other' }, to, 'NotFoundException'],
    ['an address that is none', {}, { ...to, email: 'head' }, 'BadRequestException'],
    ['a tag that SES would not take', {}, { ...to, accountId: 'a head' }, 'BadRequestException'],
  ])('refuses %s, as SES does', async (_, more, whom, type) => {
    const server = await startMailServer(outbox);
    const mail = new Mail({ ...environment, AWS_ENDPOINT_URL_SESV2: server.endpoint, ...more });

    await expect(mail.send(whom, letter)).rejects.toEqual(new NotSent(type));
    server.stop();
  });

  test('hears only requests that are signed, and under this machine’s number', async () => {
    const server = await startMailServer({ take: (asked) => Promise.resolve(String(taken.push(asked))) });
    const asked = { method: 'POST', body: '{}' };
    const url = `${server.endpoint}/v2/email/outbound-emails`;

    expect((await fetch(url, asked)).status).toBe(400);
    expect((await fetch(url.replace('127.0.0.1', 'localhost'), asked)).status).toBe(400);
    expect(taken).toEqual([]);
    server.stop();
  });

  test('is asked again while it is busy', async () => {
    let count = 0;
    const server = await startMailServer({
      take: () => ((count += 1) < 3 ? Promise.reject(new Error('busy')) : Promise.resolve('1')),
    });

    await new Mail({ ...environment, AWS_ENDPOINT_URL_SESV2: server.endpoint }).send(to, letter);

    expect(count).toBe(3);
    server.stop();
  });

  test('is asked once where it failed over a letter that it may have taken', async () => {
    let count = 0;
    const service = await startService(() => {
      count += 1;
      return Promise.resolve({ status: 500, headers: {}, body: {} });
    });
    const sent = new Mail({ ...environment, AWS_ENDPOINT_URL_SESV2: service.endpoint }).send(to, letter);

    await expect(sent).rejects.toThrow('500');
    await expect(sent).rejects.not.toBeInstanceOf(NotSent);
    expect(count).toBe(1);
    service.stop();
  });
});
