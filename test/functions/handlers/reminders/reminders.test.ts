import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account, GivenAccount } from '../../../../functions/domain/account.ts';
import { accountWrite } from '../../../../functions/store/people/accounts.ts';
import { admin, command, complete, donor, inCountry, manager } from '../../../support/country.ts';
import { startMail, type TestMail } from '../../../support/reminders/mail.ts';
import { bodyOf, newEmail, peopleOf } from '../../../support/people.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const { ask } = here;
const { get, linesOf } = peopleOf(here);

let mail: TestMail;
beforeAll(async () => {
  mail = await startMail();
  Object.assign(process.env, mail.env);
});
afterAll(() => mail.stop());

/** The head of the test's clinic, who has an address. */
async function headOf(more: Partial<GivenAccount> = {}): Promise<GivenAccount & { email: string }> {
  const account = { ...here.clinic.head, email: newEmail(), language: 'en' as const, ...more };
  await here.database.transact([accountWrite(account)]);
  return account;
}

beforeEach(async () => {
  // Those of the tests before have been written to.
  process.env['TODAY'] = '2024-12-08';
  await remind();
  process.env['TODAY'] = '2024-12-12';
  await remind();
  mail.letters.splice(0);
  process.env['TODAY'] = '2024-12-08';
});

async function remind(left = 900_000): Promise<Loose> {
  const { handler } = await import('../../../../functions/handlers/sendReminders.ts');
  return handler({ job: 'remind' }, { getRemainingTimeInMillis: () => left });
}

async function tell(notice: object): Promise<Loose> {
  const { handler } = await import('../../../../functions/handlers/bounces.ts');
  return handler(notice);
}

describe('reminders', () => {
  test('go before the due day and after it, once each, however often the day is run', async () => {
    const { email, accountId } = await headOf();

    expect(await remind()).toEqual({ sent: 1, failed: 0, isWhole: true });
    expect(await remind()).toEqual({ sent: 0, failed: 0, isWhole: true });
    process.env['TODAY'] = '2024-12-09';
    expect(await remind()).toMatchObject({ sent: 0 });
    process.env['TODAY'] = '2024-12-12';
    expect(await remind()).toMatchObject({ sent: 1 });
    expect(await remind()).toMatchObject({ sent: 0 });

    expect(mail.letters.map(({ subject }) => subject)).toEqual([
      'The report for November 2024 is due by 10 December',
      'The report for November 2024 is late',
    ]);
    expect(mail.letters[0]).toMatchObject({ to: email, from: 'reports@example.org', accountId });
    expect(mail.letters[0]?.text).toContain('https://rollout.example.org/my-facility/2024-11\n');
  });

  test('go once when two run at the same time', async () => {
    await headOf();

    const outcomes = await Promise.all([remind(), remind(), remind()]);

    expect(outcomes.map(({ sent }) => sent).sort()).toEqual([0, 0, 1]);
    expect(mail.letters).toHaveLength(1);
  });

  test('are in the account’s language, or else in the country’s own', async () => {
    await headOf({ language: undefined });
    await remind();

    expect(mail.letters[0]?.subject).toBe('Звіт за листопад 2024 треба подати до 10 грудня');
    expect(mail.letters[0]?.text).toContain(`Клініка ${here.clinic.facilityId}`);
  });

  test.each([
    ['a report that is handed in', async () => report()],
    ['a place that is suspended', () => stage('suspended', { reason: 'repair' })],
    ['a head who switched them off', () => headOf({ reminders: false })],
    ['a head who may not sign in', () => headOf({ deactivatedOn: '2024-12-01' })],
  ])('do not go for %s', async (_, happen) => {
    await headOf();
    await happen();

    expect(await remind()).toEqual({ sent: 0, failed: 0, isWhole: true });
  });

  test('do not go for a place that was not live in the month', async () => {
    await ask(
      admin,
      'POST',
      here.clinic.path('/stages/correction'),
      command(5, { index: 4, date: '2024-12-01' }),
    );
    await headOf();

    expect(await remind()).toMatchObject({ sent: 0, failed: 0 });
  });

  test('that are not taken go the next time, and stop nobody else’s', async () => {
    await headOf();
    await here.database.transact([
      accountWrite({ ...here.clinic.head, accountId: `second-${here.clinic.facilityId}`, email: newEmail() }),
    ]);
    mail.failNext();

    expect(await remind()).toEqual({ sent: 1, failed: 1, isWhole: true });
    expect(await remind()).toEqual({ sent: 1, failed: 0, isWhole: true });
    expect(new Set(mail.letters.map(({ to }) => to)).size).toBe(2);
  });

  test('whose line broke do not go again: nobody knows whether they went', async () => {
    await headOf();
    const breaking = await startMail();
    breaking.breakAfterNext();
    Object.assign(process.env, breaking.env);

    expect(await remind()).toEqual({ sent: 0, failed: 1, isWhole: true });
    // It is not reached now, which would give a reminder back: there is none to send.
    expect(await remind()).toEqual({ sent: 0, failed: 0, isWhole: true });
    Object.assign(process.env, mail.env);
    expect(await remind()).toEqual({ sent: 0, failed: 0, isWhole: true });
    expect([breaking.letters.length, mail.letters.length]).toEqual([1, 0]);
  });

  test('go the next time where the service was not reached at all', async () => {
    await headOf();
    const gone = await startMail();
    gone.stop();
    Object.assign(process.env, gone.env);

    expect(await remind()).toEqual({ sent: 0, failed: 1, isWhole: true });
    Object.assign(process.env, mail.env);
    expect(await remind()).toEqual({ sent: 1, failed: 0, isWhole: true });
  });

  test('for which there is no time left go the next time', async () => {
    await headOf();

    expect(await remind(1_000)).toEqual({ sent: 0, failed: 0, isWhole: false });
    expect(await remind()).toMatchObject({ sent: 1, isWhole: true });
  });

  test('are sent by nothing but their own job', async () => {
    const { handler } = await import('../../../../functions/handlers/sendReminders.ts');
    const context = { getRemainingTimeInMillis: () => 1 };

    await expect(handler({ job: 'check' }, context)).rejects.toThrow();
    await expect(handler({}, context)).rejects.toThrow();
  });
});

const report = () =>
  ask(here.clinic.head, 'POST', here.clinic.november('/submission'), command(0, { figures: complete }));
const stage = (to: string, more: object) =>
  ask(admin, 'POST', here.clinic.path('/stages'), command(5, { stage: to, date: '2024-12-02', ...more }));

describe('a letter that comes back', () => {
  test('is noted though what came before it is no notice, such as the greeting of a new topic', async () => {
    const { email, accountId } = await headOf();
    const [notice] = mail.noticeOf('Bounce', { accountId, email }).Records;
    const greeting = { Sns: { MessageId: 'greeting', Message: 'Successfully validated SNS topic.' } };

    expect(await tell({ Records: [greeting, notice] })).toEqual({ noted: 1 });
  });

  test('is noted on the account, and nothing more is sent there until the address changes', async () => {
    const { email, accountId } = await headOf();

    expect(await tell(mail.noticeOf('Bounce', { accountId, email: email.toUpperCase() }))).toEqual({
      noted: 1,
    });
    expect(await remind()).toMatchObject({ sent: 0 });
    const account: Account = await get({ accountId });
    expect(account.undeliverable).toEqual({ email, on: '2024-12-08', why: 'bounced' });
    expect(await linesOf(account)).toMatchObject([
      { version: 2, action: 'noteUndeliverable', by: { name: 'Amazon SES' } },
    ]);

    const same = await ask(admin, 'PUT', `/people/${accountId}`, command(2, body(account)));
    expect(same).toMatchObject({ status: 200, body: { undeliverable: { email } } });
    const moved = await ask(admin, 'PUT', `/people/${accountId}`, command(3, body(account, newEmail())));
    expect(moved).toMatchObject({ status: 200, body: { version: 4 } });
    expect(moved.body).not.toHaveProperty('undeliverable');
    expect(await remind()).toMatchObject({ sent: 1 });
  });

  test('is noted once, however often it is told', async () => {
    const { email, accountId } = await headOf();
    const notice = mail.noticeOf('Complaint', { accountId, email });

    expect(await Promise.all([tell(notice), tell(notice)])).toEqual([{ noted: 1 }, { noted: 1 }]);
    expect(await tell(notice)).toEqual({ noted: 1 });
    expect(await tell(mail.noticeOf('Bounce', { accountId, email }))).toEqual({ noted: 0 });
    expect(await get({ accountId })).toMatchObject({ version: 2, undeliverable: { why: 'complained' } });
    expect(await linesOf(await get({ accountId }))).toHaveLength(1);
  });

  test.each([
    [
      'may arrive another time',
      (accountId: string, email: string) => [accountId, email, 'Transient'] as const,
    ],
    [
      'went to an address of before',
      (accountId: string) => [accountId, 'before@example.org', 'Permanent'] as const,
    ],
    ['is nobody’s', (_: string, email: string) => ['nobody', email, 'Permanent'] as const],
  ])('changes nothing where it %s', async (_, of) => {
    const { email, accountId } = await headOf();
    const [whose, address, kind] = of(accountId, email);

    expect(await tell(mail.noticeOf('Bounce', { accountId: whose, email: address }, kind))).toEqual({
      noted: 0,
    });
    expect(await get({ accountId })).not.toHaveProperty('undeliverable');
  });

  test('is told in SES’s form only', async () => {
    const odd = { Records: [{ Sns: { MessageId: 'm', Message: '{"eventType":"Open"}' } }] };

    await expect(tell(odd)).rejects.toThrow();
    await expect(tell({})).rejects.toThrow();
  });
});

const body = (account: Account, email = account.email) => ({
  ...bodyOf({ ...account, reminders: account.reminders ?? true }),
  email,
});

describe('a head’s own switch', () => {
  test('switches reminders off and on, with history', async () => {
    const { email } = await headOf();
    const { head } = here.clinic;

    expect(await ask(head, 'GET', '/me/reminders')).toMatchObject({
      status: 200,
      body: { version: 1, isOn: true, email },
    });
    const off = command(1, { isOn: false });
    expect(await ask(head, 'PUT', '/me/reminders', off)).toMatchObject({
      status: 200,
      body: { version: 2, isOn: false },
    });
    expect(await ask(head, 'PUT', '/me/reminders', off)).toMatchObject({
      status: 200,
      body: { version: 2, isOn: false },
    });
    expect(await remind()).toMatchObject({ sent: 0 });
    expect(await ask(head, 'PUT', '/me/reminders', command(2, { isOn: true }))).toMatchObject({
      status: 200,
    });
    expect(await remind()).toMatchObject({ sent: 1 });
    const { accountId } = head;
    expect(await linesOf(await get({ accountId }))).toMatchObject([
      { action: 'chooseReminders', by: { accountId } },
      { action: 'chooseReminders' },
    ]);
  });

  test('changes nothing else of the account', async () => {
    const account = await headOf({ note: 'Kept' });
    await ask(here.clinic.head, 'PUT', '/me/reminders', command(1, { isOn: false }));

    expect(await get(account)).toEqual({ ...account, version: 2, reminders: false });
  });

  test('tells why letters do not come', async () => {
    const { email, accountId } = await headOf();
    await tell(mail.noticeOf('Bounce', { accountId, email }));

    expect(await ask(here.clinic.head, 'GET', '/me/reminders')).toMatchObject({
      body: { version: 2, undeliverable: { email, why: 'bounced' } },
    });
  });

  test('is nobody’s who is no head, nor of a head without an account', async () => {
    const off = command(1, { isOn: false });
    for (const who of [admin, manager, donor])
      for (const [method, asked] of [['GET'], ['PUT', off]] as const)
        expect(await ask(who, method, '/me/reminders', asked)).toMatchObject({
          status: 403,
          body: { code: 'forbidden' },
        });
    expect(await ask(here.clinic.head, 'PUT', '/me/reminders', off)).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
  });

  test('refuses what was changed meanwhile, and what is no choice', async () => {
    await headOf();
    const { head } = here.clinic;
    await ask(head, 'PUT', '/me/reminders', command(1, { isOn: false }));

    expect(await ask(head, 'PUT', '/me/reminders', command(1, { isOn: true }))).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
    for (const [wrong, field] of [
      [{}, 'isOn'],
      [{ isOn: 'yes' }, 'isOn'],
      [{ isOn: true, accountId: 'admin' }, 'accountId'],
    ] as const)
      expect(await ask(head, 'PUT', '/me/reminders', command(2, wrong))).toMatchObject({
        status: 400,
        body: { field },
      });
  });
});
