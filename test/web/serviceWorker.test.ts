import { beforeEach, describe, expect, test } from 'vitest';
import { isInUse, isPublicStart, isShellRequest, within } from '../../web/src/service-worker/rules.ts';
import { Versions, filesNamedIn, type Shelf } from '../../web/src/service-worker/versions.ts';

/** The browser's caches, in the order they were made. */
class Shelves {
  readonly #all = new Map<string, Map<string, Response>>();

  open(name: string): Promise<Shelf> {
    const files = this.#all.get(name) ?? new Map<string, Response>();
    this.#all.set(name, files);
    return Promise.resolve({
      match: (path: string) => Promise.resolve(files.get(path)?.clone()),
      put: (path: string, response: Response) => Promise.resolve(void files.set(path, response)),
    });
  }

  keys = (): Promise<string[]> => Promise.resolve([...this.#all.keys()]);
  delete = (name: string): Promise<boolean> => Promise.resolve(this.#all.delete(name));
}

let shelves: Shelves;
/** What the server has: a page that names a first script, which loads the rest. */
let served: Record<string, string>;

beforeEach(() => {
  shelves = new Shelves();
  release(1);
});

function release(version: number): void {
  served = {
    '/start': `<script src="/_app/immutable/first.${version}.js"></script>version ${version}`,
    [`/_app/immutable/first.${version}.js`]: 'first',
    [`/_app/immutable/form.${version}.js`]: `form ${version}`,
    '/_app/immutable/same.js': 'same',
  };
}

function ask(path: string): Promise<Response> {
  const body = served[path];
  return body === undefined
    ? Promise.reject(new TypeError('no network'))
    : Promise.resolve(new Response(body));
}

const worker = (version: number) => new Versions(shelves, ask, String(version));
const files = (version: number) => [`/_app/immutable/form.${version}.js`, '/_app/immutable/same.js'];

/** A phone on which a version was opened, and all that it needs has come. */
async function used(version: number): Promise<Versions> {
  const versions = worker(version);
  await versions.install();
  await versions.inUse({ version: String(version), files: files(version) });
  return versions;
}

/** What one sees who opens the app without network. */
async function shown(versions: Versions, wanted: number): Promise<string[]> {
  served = {};
  const page = await (await versions.page())?.text();
  const form = await versions.file(`/_app/immutable/form.${wanted}.js`).then(
    (response) => response.text(),
    () => 'nothing',
  );
  return [page?.split('</script>')[1] ?? 'nothing', form];
}

describe('after a release', () => {
  test('the version before opens without network until the new page was in use', async () => {
    await used(1);
    release(2);
    const next = worker(2);
    await next.install();
    await next.dropOlder();

    expect(await shown(next, 1)).toEqual(['version 1', 'form 1']);
  });

  test('a line that breaks while the new page is fetched leaves the version before', async () => {
    const before = await used(1);
    release(2);
    delete served['/_app/immutable/first.2.js'];

    await expect(worker(2).install()).rejects.toThrow();

    expect(await shown(before, 1)).toEqual(['version 1', 'form 1']);
  });

  test('a line that breaks while the new page is in use leaves the version before', async () => {
    await used(1);
    release(2);
    const next = worker(2);
    await next.install();
    delete served['/_app/immutable/form.2.js'];
    await expect(next.inUse({ version: '2', files: files(2) })).rejects.toThrow();

    expect(await shown(next, 1)).toEqual(['version 1', 'form 1']);
  });

  test('the new version takes over once it is whole and in use, and only it is kept', async () => {
    await used(1);
    release(2);
    const next = await used(2);

    expect(await shown(next, 2)).toEqual(['version 2', 'form 2']);
    expect(await shelves.keys()).toEqual(['app 2']);
  });

  test('what has not changed is not fetched again', async () => {
    await used(1);
    release(2);
    delete served['/_app/immutable/same.js'];

    await expect(used(2)).resolves.toBeDefined();
  });

  test('the worker of the version before keeps what the new page tells, and drops none of it', async () => {
    const before = await used(1);
    release(2);
    await before.inUse({ version: '2', files: files(2) });
    await before.dropOlder();

    expect(await shelves.keys()).toEqual(['app 1', 'app 2']);
    expect(await shown(before, 1)).toEqual(['version 1', 'form 1']);
  });

  test('a page of a release whose start was / opens until then', async () => {
    const old = await shelves.open('app 1');
    await old.put('/', new Response('</script>version 1'));
    await old.put('/in-use', new Response());
    await old.put('/_app/immutable/form.1.js', new Response('form 1'));
    release(2);
    const next = worker(2);
    await next.install();

    expect(await shown(next, 1)).toEqual(['version 1', 'form 1']);
  });

  test('what the first release kept opens until then', async () => {
    const old = await shelves.open('app');
    await old.put('/', new Response('</script>the first release'));
    await old.put('/_app/immutable/form.0.js', new Response('form 0'));
    const next = worker(1);
    await next.install();

    expect(await shown(next, 0)).toEqual(['the first release', 'form 0']);
  });
});

test('the first version opens without network as far as it has come', async () => {
  const versions = worker(1);
  await versions.install();

  expect(await shown(versions, 1)).toEqual(['version 1', 'nothing']);
});

test('a page names its scripts and styles; icons are no part of it', () => {
  const html = '<link href="/_app/a.css"><script src="/_app/b.js"></script><link href="/icon.svg">';

  expect(filesNamedIn(html)).toEqual(['/_app/a.css', '/_app/b.js']);
});

test('pages of the app are all the same file; public pages, the API, sign-in and files are not', () => {
  const asked = [
    '/',
    '/start',
    '/public/uk/',
    '/public/releases/2024-11.1-kfmwqz/figures.csv',
    '/embed/uk/teleconsultations',
    '/my-facility/2024-11',
    '/my-facility/equipment/aid.1',
    '/api/v1/me',
    '/identity/auth',
    '/_app/version.json',
    '/icon.svg',
  ];

  expect(asked.filter((path) => isShellRequest('navigate', path))).toEqual([
    '/start',
    '/my-facility/2024-11',
    '/my-facility/equipment/aid.1',
  ]);
  expect(asked.filter((path) => isPublicStart('navigate', path))).toEqual(['/']);
  expect(isShellRequest('cors', '/my-facility')).toBe(false);
});

test('the network has a moment to answer well, then what is kept is shown', async () => {
  const [kept, fresh] = [new Response('kept'), new Response('fresh')];
  const never = new Promise<Response>(() => undefined);

  expect(await within(1, never, kept)).toBe(kept);
  expect(await within(1000, Promise.resolve(fresh), kept)).toBe(fresh);
  expect(await within(1000, Promise.resolve(new Response('', { status: 502 })), kept)).toBe(kept);
  expect(await within(1000, Promise.reject(new Error('no network')), kept)).toBe(kept);
});

test('only what a page says of itself is listened to', () => {
  expect(isInUse({ version: '1', files: ['/_app/a.js'] })).toBe(true);
  expect([['/_app/a.js'], null, { version: 1, files: [] }, { version: '1', files: [1] }].some(isInUse)).toBe(
    false,
  );
});
