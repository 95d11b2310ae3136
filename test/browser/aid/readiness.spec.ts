import type { Page } from '@playwright/test';
import { ask, facilityOf, manager } from '../support/handling.ts';
import { atWork, expect, expectComplaints, signedIn, test } from '../support/journey.ts';
import { answer, hospital, phone } from '../support/phone.ts';

test.setTimeout(180_000);

const dialog = (page: Page) => page.getByRole('dialog');
const main = (page: Page) => page.getByRole('main');
const check = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const note = (page: Page) => dialog(page).getByRole('button', { name: 'Note it' });
const solutionId = 'self-examination';

/** A unit for a solution, planned for a facility; answers its code and its donation's. */
async function plannedFor(page: Page, placeId: string): Promise<{ id: string; donationId: string }> {
  const at = Date.now();
  const [donorId, donationId] = [`donor-${at}`, `aid-${at}`];
  const head = () => ({ basedOn: 0, idempotencyKey: crypto.randomUUID() });
  await ask(page, '/donors', { ...head(), donorId, names: { uk: 'Фонд', en: 'Fund' }, kind: 'foundation' });
  await ask(page, '/donations', {
    ...head(),
    donationId,
    donorId,
    title: `Platforms ${at}`,
    pledgedOn: '2024-03-01',
    currency: 'USD',
    lines: [
      {
        lineId: 'l1',
        equipmentType: 'selfExaminationPlatform',
        quantity: 4,
        unitValue: 250_000,
        usdRate: '1',
        usdRateOn: '2024-03-01',
        solutionId,
      },
    ],
  });
  await ask(page, `/donations/${donationId}/consignments`, {
    idempotencyKey: crypto.randomUUID(),
    lineId: 'l1',
    date: '2024-11-20',
    rows: [{ placeId, units: 1 }],
  });
  return { id: `${donationId}.1`, donationId };
}

/** A facility in Lviv region at which nobody has looked. */
async function notLookedAt(page: Page): Promise<string> {
  const { facilities }: { facilities: { facilityId: string }[] } = Object(
    await ask(page, '/facilities?region=UA-46'),
  );
  for (const { facilityId } of facilities) {
    const { readiness = [] }: { readiness?: { solutionId: string }[] } = Object(
      await ask(page, `/facilities/${facilityId}`),
    );
    if (!readiness.some((one) => one.solutionId === solutionId)) return facilityId;
  }
  throw new Error('Everywhere somebody has looked.');
}

test('units do not leave for a place that is not ready, until a manager of the country allows it', async ({
  browser,
}) => {
  const ministry = await manager(browser);
  await ministry.goto('/equipment/list');
  const { id, donationId } = await plannedFor(ministry, await notLookedAt(ministry));

  const region = await signedIn(browser, 'Andrii Melnyk');
  await region.goto(`/equipment/${id}`);
  await region.getByRole('button', { name: 'It was sent' }).click();
  await note(region).click();
  await expect(dialog(region)).toContainText('The place is not ready for this solution yet');
  await expect(dialog(region).getByRole('link', { name: 'Open the checklist of the place' })).toBeVisible();
  await expect(dialog(region).getByRole('button', { name: 'Allow it for the whole donation' })).toHaveCount(
    0,
  );
  expectComplaints(region, /409/);

  await ministry.goto(`/donations/${donationId}`);
  await expect(main(ministry)).toContainText('1 place is not ready yet for what is planned for it.');
  await ministry.goto(`/equipment/${id}`);
  await ministry.getByRole('button', { name: 'It was sent' }).click();
  await note(ministry).click();
  await dialog(ministry).getByRole('button', { name: 'Allow it for the whole donation' }).click();
  await expect(dialog(ministry).getByLabel('Why may this donation go')).toBeFocused();
  await dialog(ministry).getByLabel('Why may this donation go').fill('The maker sets it up itself');
  await dialog(ministry).getByRole('button', { name: 'Allow it for the whole donation' }).click();
  await expect(dialog(ministry)).toContainText('It is allowed for the whole donation.');
  await note(ministry).click();
  await expect(answer(ministry)).toContainText('On its way');
  expectComplaints(ministry, /409/);

  await ministry.goto(`/donations/${donationId}`);
  await expect(main(ministry)).toContainText('Olena Kovalenko allowed it on 3 December 2024');
  await expect(main(ministry)).toContainText('“The maker sets it up itself”');
  await expect(main(ministry)).toContainText('Allowed to go to places that are not ready');
});

test('a head fills in the checklist; a gap holds the units back until it is closed', async ({ browser }) => {
  const ministry = await manager(browser);
  await ministry.goto('/equipment/list');
  const head = await atWork(browser, hospital);
  await head.setViewportSize(phone);
  await expect(answer(head)).toBeVisible();
  const hospitalId = await facilityOf(head);
  const { id } = await plannedFor(ministry, hospitalId);

  await head.goto('/my-facility/readiness');
  await head.getByRole('link', { name: /^Fill in: Self-examination/ }).click();
  await expect(answer(head)).toContainText('Readiness: ');
  for (const name of ['Power', 'Internet', 'Room', 'Who operates it', 'Spare parts'])
    await check(head, name).getByLabel('Is there').check();
  await check(head, 'Plan for waste').getByLabel('Is missing').check();
  await head.getByRole('button', { name: 'Save' }).click();
  await expect(check(head, 'Plan for waste').getByLabel('Look again on')).toBeFocused();
  await check(head, 'Plan for waste').getByLabel('Look again on').fill('2024-12-20');
  await check(head, 'Plan for waste').getByLabel('Note').fill('Nobody takes the batteries');
  await head.getByRole('button', { name: 'Save' }).click();
  await expect(main(head)).toContainText('5 of 6');
  await expect(main(head)).toContainText('to be looked at again on 20 December 2024');

  await ministry.goto(`/equipment/${id}`);
  await ministry.getByRole('button', { name: 'It was sent' }).click();
  await note(ministry).click();
  await dialog(ministry).getByRole('link', { name: 'Open the checklist of the place' }).click();
  await expect(check(ministry, 'Plan for waste').getByLabel('Note')).toHaveValue(
    'Nobody takes the batteries',
  );
  expectComplaints(ministry, /409/);

  await head.getByRole('link', { name: /^Fill in: Self-examination/ }).click();
  await check(head, 'Plan for waste').getByLabel('Is there').check();
  await head.getByRole('button', { name: 'Save' }).click();
  await expect(main(head)).toContainText(/: ready/);

  // What the head has found since comes in under what the ministry types.
  await check(ministry, 'Room').getByLabel('Note').fill('Next to the ward');
  await ministry.getByRole('button', { name: 'Save' }).click();
  await expect(check(ministry, 'Plan for waste').getByLabel('Is there')).toBeChecked();
  await ministry.getByRole('button', { name: 'Save' }).click();
  const section = ministry.getByRole('region', { name: 'Readiness' });
  await expect(section).toContainText('Next to the ward');
  expectComplaints(ministry, /409/);

  await ministry.goto(`/equipment/${id}`);
  await ministry.getByRole('button', { name: 'It was sent' }).click();
  await note(ministry).click();
  await expect(answer(ministry)).toContainText('On its way');
});
