import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test, vi } from 'vitest';
import { whereItIs } from '../../../../functions/domain/equipment/chain/whereItIs.ts';
import { DonorFigures } from '../../../../functions/contract/progress.ts';
import { useFunnel } from '../../../../functions/domain/equipment/chain/useFunnel.ts';
import { admin, command, donor, manager, pack } from '../../../support/country.ts';
import { inEquippedCountry } from '../../../support/equipmentApi.ts';
import { fillDonor } from '../../../support/largeDonor.ts';

const { here } = inEquippedCountry();
const { ask } = here;

test('a donor of 10,000 consignments costs its page four requests of the database, one of them for the newest release', async () => {
  const profile = { names: { uk: 'Великий', en: 'Large' }, kind: 'government' };
  await ask(admin, 'POST', '/donors', command(0, { donorId: 'large', ...profile }));
  await fillDonor(here.database, pack, 'large', 10_000);
  const who = { ...donor, donorId: 'large' };
  const sent = vi.spyOn(DynamoDBClient.prototype, 'send');

  const [one, figures] = await Promise.all([
    ask(who, 'GET', '/donors/large'),
    ask(who, 'GET', '/progress/donors/large'),
  ]);

  const requests = sent.mock.calls.length;
  sent.mockRestore();
  expect([one.status, figures.status]).toEqual([200, 200]);
  expect(requests).toBe(4);
  const { cube } = DonorFigures.parse(figures.body);
  const planned = useFunnel(
    cube,
    cube.rows.filter((row) => row !== pack.country),
  ).steps[0];
  expect(planned?.units).toBe(40_000);
  expect(whereItIs(cube)).toHaveLength(pack.regions.length);
});

/** Every route that takes a donor, in its path, its query or its scope. */
const ofAnother = [
  '/donors/donor-2',
  '/donors/donor-2/history',
  '/donations?donorId=donor-2',
  '/progress/donors/donor-2',
  '/progress/equipment?scope=donor:donor-2',
  '/iati/donors/donor-2',
];
test.each(ofAnother)('to a donor there is nothing at %s, as there is nothing of nobody', async (path) => {
  const answers = await Promise.all(
    [path, path.replace('donor-2', 'nobody')].map((each) => ask(donor, 'GET', each)),
  );

  for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } });
  expect(answers[0]?.body).toEqual(answers[1]?.body);
  expect((await ask(manager, 'GET', path)).status).toBe(200);
});
