import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { troubleWith } from '../data/disk.ts';

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS objects (
    key TEXT PRIMARY KEY, type TEXT NOT NULL, cacheControl TEXT NOT NULL, body BLOB NOT NULL
  )`;

const Row = z.object({ type: z.string(), cacheControl: z.string(), body: z.instanceof(Uint8Array) });

/** An object of the bucket as S3 hands it out. */
interface StoredObject {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** The bucket of what is published, in a small file. */
export class ObjectStore {
  readonly #file: DatabaseSync;
  /** What was handed out before: its body stays the same, and is compressed once. */
  readonly #known = new Map<string, StoredObject>();

  constructor(file: string) {
    try {
      this.#file = new DatabaseSync(file);
      this.#file.exec(schema);
    } catch (error) {
      throw troubleWith(file, error, 'Remove it: it is made again from the releases.');
    }
  }

  close(): void {
    this.#file.close();
  }

  /** Whether nothing was ever published. */
  get isEmpty(): boolean {
    return this.#file.prepare('SELECT 1 FROM objects LIMIT 1').get() === undefined;
  }

  put(
    key: string,
    { type, cacheControl, body }: { type: string; cacheControl: string; body: Uint8Array },
  ): void {
    this.#file
      .prepare('INSERT OR REPLACE INTO objects (key, type, cacheControl, body) VALUES (?, ?, ?, ?)')
      .run(key, type, cacheControl, body);
    this.#known.delete(key);
  }

  get(key: string): StoredObject | undefined {
    const known = this.#known.get(key);
    if (known) return known;
    const row = this.#file.prepare('SELECT type, cacheControl, body FROM objects WHERE key = ?').get(key);
    if (!row) return undefined;
    const { type, cacheControl, body } = Row.parse(row);
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    const headers = { 'content-type': type, 'cache-control': cacheControl, etag };
    const found = { body: Buffer.from(body), headers };
    this.#known.set(key, found);
    return found;
  }
}
