import { expect, test } from 'vitest';
import { releaseIdOf } from '../../../../functions/domain/release/releaseId.ts';
import { disclosedName, outsideName } from '../../../../functions/domain/release/frozen.ts';
import { monthVersionOf, Releases } from '../../../../functions/store/release/releases.ts';
import { command, complete, inCountry, manager, pack } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const { ask } = here;

const read = async (path: string): Promise<Loose> => ask(undefined, 'GET', `/public${path}`);

/** Makes a release of November, in which one facility reported, and gives its id. */
async function released(): Promise<string> {
  const { head, november } = here.clinic;
  await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
  await ask(manager, 'POST', november('/approval'), command(1));
  const { body: before }: Loose = await ask(manager, 'GET', '/releases');
  const order = { month: '2024-11', reason: 'Told to <Olena Shevchenko> by telephone' };
  const basedOn = before.releases[0]?.version ?? 0;
  const { body }: Loose = await ask(manager, 'POST', '/releases', command(basedOn, order));
  return body.releaseId;
}

test('anybody reads a release: neither who made it nor why, and nothing small about people', async () => {
  const releaseId = await released();
  const list = await read('/releases');
  const one = await read(`/releases/${releaseId}`);

  expect(list).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=60' } });
  expect(Object.keys(list.body.releases[0]).sort()).toEqual([
    'madeOn',
    'month',
    'open',
    'releaseId',
    'version',
  ]);
  expect(one.body.release).toEqual(list.body.releases[0]);
  expect(one.body.licence).toBe('CC-BY-4.0');
  for (const answer of [list, one])
    for (const secret of ['Olena', manager.name, manager.accountId, 'digest'])
      expect(JSON.stringify(answer.body)).not.toContain(secret);

  const { months, rows, figures, notShown } = one.body.cube;
  const cell = (months.length - 1) * rows.length + rows.indexOf('UA-46');
  expect(figures.facilitiesLive.reduce((sum: number, each: number) => sum + each, 0)).toBe(1);
  expect(figures.teleconsultations[cell]).toBe(0);
  const runs: number[] = notShown.teleconsultations;
  const isHidden = runs.some(
    (start, at) => at % 2 === 0 && start <= cell && cell < start + (runs[at + 1] ?? 0),
  );
  expect(isHidden).toBe(true);
});

test('a release that is not there and an altered id are refused, each in its words', async () => {
  const releaseId = await released();
  const altered = `${releaseId.slice(0, -1)}${releaseId.endsWith('a') ? 'b' : 'a'}`;
  const none = releaseIdOf({ month: '2023-05', version: 1, letters: 'aaaaa' });

  expect(await read(`/releases/${altered}`)).toMatchObject({ status: 404, body: { code: 'alteredId' } });
  expect(await read(`/releases/${none}`)).toMatchObject({ status: 404, body: { code: 'notFound' } });
});

test('a release that was made before anything was left out is not told', async () => {
  const releaseId = await released();
  const release = await new Releases(here.database, pack).find(releaseId);
  const content = release.content.filter(({ name }) => name !== disclosedName(outsideName));
  const version = release.version + 1;
  const old = releaseIdOf({ month: release.month, version, letters: 'bcdef' });
  const item = { country: pack.country, ...release, releaseId: old, version, content };
  const monthVersion = monthVersionOf({ month: release.month, version });
  await here.database.transact([{ table: 'releases', kind: 'put', item: { ...item, monthVersion } }]);

  const { body } = await read('/releases');
  expect(body.releases.map((one: Loose) => one.releaseId)).not.toContain(old);
  expect(await read(`/releases/${old}`)).toMatchObject({ status: 404, body: { code: 'notFound' } });
});
