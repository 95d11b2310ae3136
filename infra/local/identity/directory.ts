import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { troubleWith } from '../data/disk.ts';

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS users (
    sub TEXT PRIMARY KEY, email TEXT UNIQUE, groups TEXT NOT NULL, isEnabled INTEGER NOT NULL
  )`;

const Row = z.object({
  sub: z.string(),
  email: z.nullable(z.string()),
  groups: z.string(),
  isEnabled: z.number(),
});

/** A user of the pool. */
export interface User {
  readonly sub: string;
  readonly email?: string;
  readonly groups: readonly string[];
  readonly isEnabled: boolean;
}

/** The users of the pool, in a small file. */
export class Directory {
  readonly #file: DatabaseSync;

  constructor(file: string) {
    try {
      this.#file = new DatabaseSync(file);
      this.#file.exec(schema);
    } catch (error) {
      throw troubleWith(file, error, 'Remove it: everybody can sign in again as their account says.');
    }
  }

  close(): void {
    this.#file.close();
  }

  find(sub: string): User | undefined {
    return this.#user('SELECT * FROM users WHERE sub = ?', sub);
  }

  withEmail(email: string): User | undefined {
    return this.#user('SELECT * FROM users WHERE email = ?', email.toLowerCase());
  }

  /** A new user, who is in no group yet. */
  add(email: string): User {
    const user = { sub: randomUUID(), email: email.toLowerCase(), groups: [], isEnabled: true };
    this.keep(user);
    return user;
  }

  /** Keeps a user as they are now. */
  keep({ sub, email, groups, isEnabled }: User): void {
    this.#file
      .prepare('INSERT OR REPLACE INTO users (sub, email, groups, isEnabled) VALUES (?, ?, ?, ?)')
      .run(sub, email ?? null, JSON.stringify(groups), Number(isEnabled));
  }

  #user(sql: string, value: string): User | undefined {
    const found = this.#file.prepare(sql).get(value);
    if (found === undefined) return undefined;
    const { sub, email, groups, isEnabled } = Row.parse(found);
    return {
      sub,
      ...(email !== null && { email }),
      groups: z.array(z.string()).parse(JSON.parse(groups)),
      isEnabled: isEnabled === 1,
    };
  }
}
