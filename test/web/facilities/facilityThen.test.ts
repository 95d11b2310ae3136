import { beforeEach, expect, test, vi } from 'vitest';
import { rowOf } from '../../../functions/domain/facility/facility.ts';
import { facilityThen } from '../../../web/src/routes/(in)/facilities/[facilityId]/[month]/facilityThen.ts';
import { approvedReport, liveFacility } from '../../support/builders.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
beforeEach(() => phone.begin());

const facility = rowOf(liveFacility());
const problem = { status: 404, code: 'notFound', detail: 'There is no such facility.' };

/** The API keeps the facility from whoever asks, and lists it in the month of its former region. */
function hidden() {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const isMonth = url.includes('/reports?');
    return Promise.resolve(
      isMonth ? Response.json({ rows: [{ facility }] }) : Response.json(problem, { status: 404 }),
    );
  });
  return asked;
}

test('a report of one’s own region is shown with its facility, though that is another’s by now', async () => {
  const asked = hidden();
  const reports = Promise.resolve([approvedReport('2024-10')]);

  expect(await facilityThen('UA-0001', '2024-10', reports)).toMatchObject({ names: facility.names });
  expect(asked.at(-1)).toMatch(/region=UA-46/);
});

test('a month of which one may see no report is as missing as its facility', async () => {
  hidden();

  await expect(
    facilityThen('UA-0001', '2024-11', Promise.resolve([approvedReport('2024-10')])),
  ).rejects.toMatchObject({ problem });
});
