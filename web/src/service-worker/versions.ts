/** What of the browser's caches is used here. */
export interface Shelf {
  match(path: string): Promise<Response | undefined>;
  put(path: string, response: Response): Promise<void>;
}

export interface Shelves {
  open(name: string): Promise<Shelf>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<boolean>;
}

/** What a page tells once it has all that it needs to open without network. */
export interface InUse {
  version: string;
  files: string[];
}

/** All pages of the app are this file; that of releases before was at `/`, which is the public page now. */
export const shell = '/start';
const formerShell = '/';
/** Lies in a version's cache once its page is in use and all that the page needs is there too. */
const mark = '/in-use';
const prefix = 'app ';
/** Where releases before kept the files of all versions. */
const unversioned = 'app';

/**
 * The app's files on this device, one cache per version. A version's page is kept only together with the files that it
 * names, and is shown without network only once it was in use: before that the version before is whole and this one
 * is not. The version before goes when this one is in use.
 */
export class Versions {
  readonly #shelves: Shelves;
  readonly #fetch: (path: string) => Promise<Response>;
  readonly #version: string;

  constructor(shelves: Shelves, fetch: (path: string) => Promise<Response>, version: string) {
    this.#shelves = shelves;
    this.#fetch = fetch;
    this.#version = version;
  }

  /** Keeps this version's page with all that it names, or nothing. */
  async install(): Promise<void> {
    const cache = await this.#open(this.#version);
    const response = await fetched(this.#fetch, shell);
    const html = await response.clone().text();
    await Promise.all(filesNamedIn(html).map((path) => this.#take(cache, path)));
    await cache.put(shell, response);
  }

  /** A file whose name changes with its content, from whichever version's cache, or else from the network. */
  async file(path: string): Promise<Response> {
    const found = await this.#find(path);
    if (found) return found;
    const response = await this.#fetch(path);
    if (response.ok) await (await this.#open(this.#version)).put(path, response.clone());
    return response;
  }

  /** The page to show without network: of this version if it was in use, or else of the last one that was. */
  async page(): Promise<Response | undefined> {
    const own = prefix + this.#version;
    const names = [own, ...(await this.#others()).toReversed()];
    for (const name of names) {
      const page = (await this.#isInUse(name)) ? await this.#page(name) : undefined;
      if (page) return page;
    }
    return this.#in(own, shell);
  }

  /** A page is in use: what it needs is put together, and when that is whole the versions before go. */
  async inUse({ version, files }: InUse): Promise<void> {
    const cache = await this.#open(version);
    await Promise.all(files.map((path) => this.#take(cache, path)));
    await cache.put(mark, new Response());
    await this.dropOlder();
  }

  /** Whether this version was in use and is here with all that it needs. */
  async isReady(): Promise<boolean> {
    const own = prefix + this.#version;
    return (await this.#isInUse(own)) && Boolean(await this.#in(own, shell));
  }

  /** Drops the versions before, once this one can do without them. One that is newer has a worker of its own. */
  async dropOlder(): Promise<void> {
    if (!(await this.isReady())) return;
    const own = prefix + this.#version;
    const names = await this.#names();
    await Promise.all(names.slice(0, names.indexOf(own)).map((name) => this.#shelves.delete(name)));
  }

  async #take(cache: Shelf, path: string): Promise<void> {
    if (await cache.match(path)) return;
    await cache.put(path, (await this.#find(path)) ?? (await fetched(this.#fetch, path)));
  }

  async #find(path: string): Promise<Response | undefined> {
    for (const name of [prefix + this.#version, ...(await this.#others())]) {
      const found = await this.#in(name, path);
      if (found) return found;
    }
    return undefined;
  }

  /** The caches of the app, in the order they were made. */
  async #names(): Promise<string[]> {
    const names = await this.#shelves.keys();
    return names.filter((name) => name === unversioned || name.startsWith(prefix));
  }

  async #others(): Promise<string[]> {
    return (await this.#names()).filter((name) => name !== prefix + this.#version);
  }

  async #isInUse(name: string): Promise<boolean> {
    return name === unversioned || Boolean(await this.#in(name, mark));
  }

  /** What a cache has; looking makes none. */
  async #in(name: string, path: string): Promise<Response | undefined> {
    const isThere = (await this.#shelves.keys()).includes(name);
    return isThere ? (await this.#shelves.open(name)).match(path) : undefined;
  }

  async #page(name: string): Promise<Response | undefined> {
    return (await this.#in(name, shell)) ?? (await this.#in(name, formerShell));
  }

  #open(version: string): Promise<Shelf> {
    return this.#shelves.open(prefix + version);
  }
}

/** The app's own files that a page names. */
export function filesNamedIn(html: string): string[] {
  return [...new Set([...html.matchAll(/(?:src|href)="(\/_app\/[^"]+)"/g)].map(([, path = '']) => path))];
}

async function fetched(fetch: (path: string) => Promise<Response>, path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response;
}
