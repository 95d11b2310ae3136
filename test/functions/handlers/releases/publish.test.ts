import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { languages } from '../../../../functions/domain/names.ts';
import { PublicReleases } from '../../../../functions/store/release/publicReleases.ts';
import { command, complete, inCountry, manager, pack } from '../../../support/country.ts';
import { startPublication, type TestPublication } from '../../../support/publication/startPublication.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
let publication: TestPublication;

const publish = async (event: unknown): Promise<unknown> => {
  const { handler } = await import('../../../../functions/handlers/publish.ts');
  return handler(event);
};
const all = { job: 'publishAll' };

beforeAll(async () => {
  publication = await startPublication(publish);
  Object.assign(process.env, publication.env);
});
afterAll(() => publication.stop());
beforeEach(() => {
  publication.beforePut = () => undefined;
});

/** What nobody waits for comes in its time. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 100 });

const page = (language = 'en'): string => publication.text(`public/${language}/index.html`) ?? '';

/** Makes a release of November, the next one where there is one, and gives its id. */
async function released(): Promise<string> {
  const { body: before }: Loose = await here.ask(manager, 'GET', '/releases');
  const basedOn = before.releases[0]?.version ?? 0;
  const order = { month: '2024-11', reason: 'Counted again' };
  const { body, status }: Loose = await here.ask(manager, 'POST', '/releases', command(basedOn, order));
  expect(status).toBe(200);
  return body.releaseId;
}

/** The same while nobody can be asked to publish it. */
async function releasedUnheard(): Promise<string> {
  const { AWS_ENDPOINT_URL_LAMBDA: endpoint } = process.env;
  process.env['AWS_ENDPOINT_URL_LAMBDA'] = 'http://127.0.0.1:9';
  return released().finally(() => (process.env['AWS_ENDPOINT_URL_LAMBDA'] = endpoint));
}

test('before the first release there are calm pages in each language, and figures that say the same', async () => {
  await publish(all);

  for (const language of languages) expect(page(language)).toContain(`<html lang="${language}">`);
  expect(page()).toContain('No figures have been released yet.');
  expect(publication.text('embed/en/teleconsultations')).toContain('No figures have been released yet.');
});

test('a release that is made is published by itself; one that supersedes it takes its page, and both stay as files', async () => {
  const { head, november } = here.clinic;
  const first = await released();
  await until(() => expect(page('uk')).toContain(first));
  const before = page();

  await here.ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
  await here.ask(manager, 'POST', november('/approval'), command(1));
  const second = await released();
  await until(() => expect(page('ru')).toContain(`${second}`));

  await until(() => expect(publication.text('embed/ru/solutionsOperating/map')).toBeDefined());
  expect(page()).not.toBe(before);
  for (const releaseId of [first, second]) {
    const files = ['release.json', 'figures.csv', 'datapackage.json'].map((file) =>
      publication.text(`public/releases/${releaseId}/${file}`),
    );
    expect(JSON.parse(files[0] ?? '')).toEqual(
      (await here.ask(undefined, 'GET', `/public/releases/${releaseId}`)).body,
    );
    expect(files[1]).toBe(
      (await here.ask(undefined, 'GET', `/public/releases/${releaseId}/figures.csv`)).body,
    );
    expect(JSON.parse(files[2] ?? '')).toEqual(
      (await here.ask(undefined, 'GET', `/public/releases/${releaseId}/datapackage.json`)).body,
    );
    expect(page()).toContain(`/public/releases/${releaseId}/figures.csv`);
  }
});

test('who made a release, or why again, is in no published file', async () => {
  const releaseId = await released();
  await publish(all);

  const texts = ['release.json', 'figures.csv', 'datapackage.json'].map((file) =>
    publication.text(`public/releases/${releaseId}/${file}`),
  );
  for (const text of [...texts, page(), publication.text('embed/en/facilitiesLive/map')])
    for (const secret of [manager.name, manager.accountId, 'Counted again'])
      expect(text).not.toContain(secret);
});

test('done again it ends the same, and so do two at once', async () => {
  await released();
  await publish(all);
  const once = page();

  await Promise.all([publish(all), publish(all)]);

  expect(page()).toBe(once);
});

test('a release that is made while pages of the one before are written is the one that they tell in the end', async () => {
  const newest = await releasedUnheard();
  await publish(all);
  const [, ...before] = await new PublicReleases(here.database, pack).all();
  // Whoever publishes looks twice before it writes pages, and knows nothing of the newest yet.
  const look = vi.spyOn(PublicReleases.prototype, 'all');
  look.mockResolvedValueOnce(before).mockResolvedValueOnce(before);
  const written: string[] = [];
  publication.beforePut = (path) => void (path === 'public/en/index.html' && written.push(page()));

  await publish(all);
  look.mockRestore();

  expect(written).toHaveLength(2);
  expect(written[1]).not.toContain(newest);
  expect(page()).toContain(newest);
});

test('where publishing cannot be asked for, the release is made all the same, and the night publishes it', async () => {
  const releaseId = await releasedUnheard();
  expect(page()).not.toContain(releaseId);

  await publish(all);

  expect(page()).toContain(releaseId);
  expect(publication.text(`public/releases/${releaseId}/figures.csv`)).toBeDefined();
});

test('a release that cannot be read is named, and hides no other', async () => {
  const releaseId = await released();
  const newest = await releasedUnheard();
  const parts = await here.database.query('releaseParts', { key: 'releaseId', equals: releaseId });
  const part = { table: 'releaseParts', key: { releaseId, part: 'disclosed:outside#0000' } } as const;
  await here.database.transact([{ ...part, kind: 'delete' }]);

  await expect(publish(all)).rejects.toThrow(`Not published: ${releaseId}.`);

  expect(page()).toContain(newest);
  expect(publication.text(`public/releases/${newest}/figures.csv`)).toBeDefined();
  const lost = parts.filter((item) => item['part'] === part.key.part);
  await here.database.transact(lost.map((item) => ({ table: 'releaseParts', kind: 'put', item })));
  await publish(all);
});

test('a function that fails is called again; what is refused for good is a failure that its alarm hears of', async () => {
  let refusals = 4;
  publication.beforePut = () => {
    if ((refusals -= 1) >= 0) throw new Error('SlowDown');
  };
  const releaseId = await released();
  await until(() => expect(page()).toContain(releaseId));

  publication.beforePut = () => {
    throw new Error('AccessDenied');
  };
  await expect(publish(all)).rejects.toThrow('could not be published: 503');
  await expect(publish({ job: 'remove' })).rejects.toThrow();
});
