import { address } from './address.ts';
import { expect, signedIn, test } from './journey.ts';
import { hospital } from './phone.ts';
import { visit } from './visit.ts';

const cases = [
  { account: hospital, path: '/my-facility/2024-11', mark: { selector: 'main input' }, most: 8 },
  {
    account: 'Olena Kovalenko',
    path: '/overview',
    mark: { selector: 'main canvas', isDrawn: true as const },
    most: 10,
  },
];

for (const { account, path, mark, most } of cases)
  test(`the first visit of ${path} is of few requests, and nothing complains`, async ({ browser }) => {
    const before = await signedIn(browser, account);
    const tokens = await before.evaluate(() => String(localStorage['tokens']));
    const context = await browser.newContext({ baseURL: address });
    await context.addInitScript((kept) => localStorage.setItem('tokens', kept), tokens);

    const { requests, complaints } = await visit(context, path, { there: mark });

    expect(complaints).toEqual([]);
    expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(most);
    await context.close();
  });
