import { expect, signedIn, test } from './support/journey.ts';
import { answer, hospital, phone, thumb } from './support/phone.ts';

test('a head switches reminders off with one tap, and on again; an administrator sees it', async ({
  browser,
}) => {
  const head = await signedIn(browser, hospital, { viewport: phone });
  await head.goto('/my-facility');
  await head.getByRole('link', { name: 'Reminders by e-mail' }).click();
  await expect(answer(head)).toHaveText('Reminders by e-mail');
  await expect(head.getByRole('main').getByRole('status')).toContainText('Reminders are on.');

  await thumb(head, 'Switch reminders off').click();
  await expect(head.getByRole('main').getByRole('status')).toHaveText('Reminders are off.');
  await head.reload();
  await expect(head.getByRole('main').getByRole('status')).toHaveText('Reminders are off.');

  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/people?role=head');
  await page.getByRole('link', { name: hospital }).first().click();
  await expect(page.getByRole('definition').filter({ hasText: /^Off$/ })).toBeVisible();

  await thumb(head, 'Switch reminders on').click();
  await expect(head.getByRole('main').getByRole('status')).toContainText('Reminders are on.');
});
