import { expect, signedInContext, test } from './support/journey.ts';
import { hospital } from './support/phone.ts';
import { visit } from './support/visit.ts';

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
    const context = await signedInContext(browser, account);

    const { requests, complaints } = await visit(context, path, { there: mark });

    expect(complaints).toEqual([]);
    expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(most);
    await context.close();
  });
