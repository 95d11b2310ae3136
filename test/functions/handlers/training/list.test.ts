import { beforeAll, describe, expect, test } from 'vitest';
import { inCountry, manager } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';
import { trainingIn } from '../../../support/training/api.ts';

const here = inCountry();
const { ask } = here;
const { prepare, cancel, registered } = trainingIn(here);

beforeAll(prepare);

describe('the list', () => {
  const listed = async (query: string): Promise<Loose> =>
    (await ask(manager, 'GET', `/training-sessions?${query}`)).body;

  test('is of a period, a region, a solution and a state, the newest first, page by page', async () => {
    const about = { topic: undefined, solutionId: 'trained-on' };
    const days = Array.from(
      { length: 108 },
      (_, index) => `2024-0${4 + Math.floor(index / 28)}-${String((index % 28) + 1).padStart(2, '0')}`,
    );
    const ids: string[] = [];
    for (const day of days) ids.push(await registered({ ...about, day }));
    const [gone = ''] = ids;
    await cancel(manager, gone, 1);
    const query = 'from=2024-04&to=2024-07&solutionId=trained-on';

    const pages: Loose[] = [];
    for (let page = ''; pages.length === 0 || page; page = pages.at(-1)?.next ?? '')
      pages.push(await listed(`${query}${page && `&page=${page}`}`));

    const found = pages.flatMap(({ sessions }) => sessions.map(({ sessionId }: Loose) => sessionId));
    expect(pages.length).toBeGreaterThan(1);
    expect(found).toEqual(ids.toReversed());
    const ofRegion = await listed(`${query}&region=UA-46&status=cancelled`);
    expect(ofRegion.sessions).toMatchObject([{ sessionId: gone, cancelled: { reason: 'Nobody came' } }]);
    expect((await listed(`${query}&region=UA-51`)).sessions).toEqual([]);
    expect(pages[0]?.facilities).toMatchObject([{ facilityId: here.clinic.facilityId }]);
  });

  test.each([
    'page=2030-01',
    'page=2024-11-05~x',
    'region=Lviv',
    'status=open',
    'colour=red',
    'from=2024-13',
  ])('is not of %s', async (query) => {
    expect((await ask(manager, 'GET', `/training-sessions?${query}`)).status).toBe(400);
  });
});
