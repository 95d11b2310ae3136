import { startMail } from './mail.ts';

type Note = (name: string, work: () => Promise<unknown>) => Promise<unknown>;

/** Letters to heads: one that is not taken, those that go then, and one that comes back and is told twice. */
export async function everyLetter(note: Note): Promise<void> {
  const mail = await startMail();
  Object.assign(process.env, mail.env, { TODAY: '2025-01-09' });
  const { handler: sendReminders } = await import('../../../functions/handlers/sendReminders.ts');
  const { handler: bounces } = await import('../../../functions/handlers/bounces.ts');
  const context = { getRemainingTimeInMillis: () => 900_000 };
  mail.failNext();
  for (const time of ['first', 'second'])
    await note('sendReminders', async () => {
      const outcome = await sendReminders({ job: 'remind' }, context);
      if (outcome.sent + outcome.failed === 0) throw new Error(`Nobody was reminded the ${time} time.`);
    });
  const returned = mail.noticeOf('Bounce', { accountId: 'petro', email: 'again@example.org' });
  for (let times = 1; times <= 2; times += 1) await note('bounces', () => bounces(returned));
  mail.stop();
}
