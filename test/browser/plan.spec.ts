import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, signedIn, test } from './support/journey.ts';
import { openWhole } from './support/settled.ts';

const outcome = (page: Page) => page.getByRole('heading', { level: 2 });
const targets = (page: Page) => page.getByRole('region', { name: 'Targets by figure' });

async function choose(page: Page, lines: string[]) {
  const buffer = Buffer.from(
    ['Figure;Region;Date;To be reached;Why it is lowered', ...lines, ''].join('\r\n'),
  );
  await page.getByLabel('Choose a file').setInputFiles({ name: 'targets.csv', mimeType: 'text/csv', buffer });
}

test('a manager sets a target by a file, mends it, and reads plan and forecast', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/overview');
  await page.getByRole('link', { name: 'Targets and milestones' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('3 figures have targets');
  await page.getByRole('link', { name: 'Import targets' }).click();

  await choose(page, [
    'telemetrySessions;nation;2023-01-01;0;',
    'telemetrySessions;nation;2025-12-31;30000;',
    'facilitiesLive;Lviv;2025-12-31;20;',
    'facilitiesLive;Atlantis;2025-12-31;20;',
  ]);
  await expect(outcome(page)).toHaveText('2 new, 0 changed, 0 unchanged, 2 refused');
  const refused = page.getByRole('table', { name: /Refused/ });
  await expect(refused.getByRole('row', { name: /5.*Region.*Atlantis/ })).toBeVisible();
  await expect(refused.getByRole('row', { name: /4.*Why it is lowered/ })).toBeVisible();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose(page, [
    'telemetrySessions;nation;2023-01-01;0;',
    'telemetrySessions;nation;2025-12-31;30000;',
    'facilitiesLive;Lviv;2025-12-31;20;The region is full',
  ]);
  await page.getByRole('button', { name: 'Save 3 rows' }).click();
  await expect(outcome(page)).toHaveText('Saved: 2 new, 1 changed, 0 refused');

  await page.goto('/plan');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('4 figures have targets');
  await targets(page).getByRole('link', { name: 'Telemetry sessions', exact: true }).click();
  const chart = page.getByRole('figure').filter({ hasText: 'Telemetry sessions: plan and forecast' });
  await expect(chart).toContainText(
    /At the pace of the last six months “Telemetry sessions” comes to 30,000 between \w+ \d{4} and \w+ \d{4}/,
  );
  await chart.getByText('Show as a table').click();
  await expect(chart.getByRole('row', { name: /Dec 2025/ })).toContainText('30,000');
  await expectAccessible(page, 'the plan');
});

test('a target is lowered in the form with a reason, which its history tells', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/plan/targets/teleconsultations');
  await expect(page.getByLabel('Planned')).toHaveValue('nation');
  await expectAccessible(page, 'a target');
  const last = page.getByLabel('For the nation as a whole, 2025-12-31');

  await last.fill('900');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('In each row that has figures')).toBeVisible();
  await last.fill('19000');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Why it is lowered')).toBeFocused();
  await page.getByLabel('Why it is lowered').fill('Fewer doctors');
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(targets(page).getByRole('row', { name: /Teleconsultations/ })).toContainText('19,000');
  await page.goto('/plan/targets/teleconsultations');
  await expect(page.getByText('Fewer doctors')).toBeVisible();
});

test('an administrator adds a milestone, and takes it back; a donor reads the plan', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/plan');
  await page.getByRole('link', { name: 'Add a milestone' }).click();
  await page.getByLabel('Name in English').fill('First region complete');
  await page.getByLabel('When').fill('2024-13');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('There is no such day, month or year.')).toBeVisible();
  await page.getByLabel('Name in Ukrainian').fill('Перша область готова');
  await page.getByLabel('When').fill('2024-09');
  await page.getByRole('button', { name: 'Save' }).click();
  const milestone = page.getByRole('link', { name: 'First region complete' });
  await expect(milestone).toBeVisible();

  const donor = await signedIn(browser, 'Nora Lindqvist');
  await donor.goto('/plan');
  await expect(donor.getByText('First region complete')).toBeVisible();
  await expect(donor.getByRole('link', { name: 'Import targets' })).toHaveCount(0);

  await milestone.click();
  await page.getByLabel('It was entered by mistake: show it nowhere').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Law on telemedicine')).toBeVisible();
  await expect(milestone).toHaveCount(0);
});
