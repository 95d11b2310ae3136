/// <reference lib="dom" />
import type { Browser, Page } from '@playwright/test';
import { atWork, expect, signedIn } from './journey.ts';
import { answer, hospital } from './phone.ts';

export const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');

/** A command to the API, or a question without a body, in the name of who is signed in on the page. */
export function ask(page: Page, path: string, body?: object): Promise<unknown> {
  return page.evaluate(
    async ([to, content]) => {
      const headers = {
        authorization: `Bearer ${JSON.parse(String(localStorage['tokens'])).access}`,
        'content-type': 'application/json',
      };
      const init = content ? { method: 'POST', headers, body: JSON.stringify(content) } : { headers };
      const answer = await fetch(`/api/v1${to}`, init);
      if (!answer.ok) throw new Error(`${to}: ${await answer.text()}`);
      return answer.json();
    },
    [path, body] as const,
  );
}

/** The facility of the head who works on the page. */
export function facilityOf(page: Page): Promise<string> {
  return page.evaluate(() => String(JSON.parse(String(localStorage['caller'])).facilityId));
}

/** Units of a state purchase on their way to a facility; answers their code. */
export async function sendUnits(page: Page, facilityId: string, units: number): Promise<string> {
  const consignmentId = `stock-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await ask(page, '/consignments', {
    idempotencyKey: crypto.randomUUID(),
    consignmentId,
    source: { kind: 'state', name: 'Tender 12' },
    equipmentType: 'videoTerminal',
    units,
    log: [
      { kind: 'planned', date: '2024-11-20', to: facilityId },
      { kind: 'shipped', date: '2024-11-26' },
    ],
  });
  return consignmentId;
}

/** Two units on their way to the hospital; answers their code. */
export async function deliveryToHospital(browser: Browser): Promise<string> {
  const [head, page] = [await atWork(browser, hospital), await manager(browser)];
  await expect(answer(head)).toBeVisible();
  const facilityId = await facilityOf(head);
  await page.goto('/equipment/list');
  const consignmentId = await sendUnits(page, facilityId, 2);
  await head.context().close();
  await page.context().close();
  return consignmentId;
}
