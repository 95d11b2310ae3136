import { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';
import { troubleWith } from '../data/disk.ts';

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS kept (
    model TEXT NOT NULL, id TEXT NOT NULL, uid TEXT, grantId TEXT, consumed INTEGER, expires INTEGER NOT NULL, payload TEXT NOT NULL,
    PRIMARY KEY (model, id)
  );
  CREATE INDEX IF NOT EXISTS byUid ON kept (uid);
  CREATE INDEX IF NOT EXISTS byGrant ON kept (grantId)`;

const Row = z.object({ payload: z.string(), consumed: z.nullable(z.number()) });

// Only the provider knows what is in it.
const Payload = z.looseObject({});

const now = (): number => Math.floor(Date.now() / 1000);

/** What the provider has to remember: sessions, grants, codes and refresh tokens, in a small file. */
export class SessionStore {
  readonly #file: DatabaseSync;
  readonly #grace: number;

  /** A used refresh token may be used again for `grace` seconds, for an answer that was lost on the way. */
  constructor(file: string, grace: number) {
    try {
      this.#file = new DatabaseSync(file);
      this.#file.exec(schema);
      this.#file.prepare('DELETE FROM kept WHERE expires < ?').run(now());
    } catch (error) {
      throw troubleWith(file, error, 'Remove it: people only have to sign in again.');
    }
    this.#grace = grace;
  }

  close(): void {
    this.#file.close();
  }

  /** Forgets everything that somebody is signed in with. */
  forget(accountId: string): void {
    this.#file.prepare("DELETE FROM kept WHERE payload ->> '$.accountId' = ?").run(accountId);
  }

  /** The provider asks for one of these per kind of thing it remembers. */
  adapterFor(model: string): Adapter {
    const find = (column: 'id' | 'uid') => {
      const select = this.#file.prepare(
        `SELECT payload, consumed FROM kept WHERE model = ? AND ${column} = ? AND expires >= ?`,
      );
      return (value: string) => Promise.resolve(this.#payloadIn(model, select.get(model, value, now())));
    };
    const run = (sql: string) => {
      const statement = this.#file.prepare(sql);
      return (...values: (string | number | null)[]) => {
        statement.run(...values);
        return Promise.resolve();
      };
    };
    const put = run(
      'INSERT OR REPLACE INTO kept (model, id, uid, grantId, consumed, expires, payload) VALUES (?, ?, ?, ?, NULL, ?, ?)',
    );
    const consume = run('UPDATE kept SET consumed = coalesce(consumed, ?) WHERE model = ? AND id = ?');
    const destroy = run('DELETE FROM kept WHERE model = ? AND id = ?');
    const revoke = run('DELETE FROM kept WHERE grantId = ?');
    return {
      upsert: (id, payload, expiresIn = 3600) =>
        put(
          model,
          id,
          payload.uid ?? null,
          payload.grantId ?? null,
          now() + expiresIn,
          JSON.stringify(payload),
        ),
      find: find('id'),
      findByUid: find('uid'),
      findByUserCode: () => Promise.resolve(undefined),
      consume: (id) => consume(now(), model, id),
      destroy: (id) => destroy(model, id),
      revokeByGrantId: (grantId) => revoke(grantId),
    };
  }

  #payloadIn(model: string, found: unknown): AdapterPayload | undefined {
    if (found === undefined) return undefined;
    const { payload, consumed } = Row.parse(found);
    const isForgiven = consumed !== null && model === 'RefreshToken' && now() - consumed <= this.#grace;
    return { ...Payload.parse(JSON.parse(payload)), ...(consumed !== null && !isForgiven && { consumed }) };
  }
}
