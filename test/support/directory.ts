import { Accounts } from '../../functions/store/people/accounts.ts';
import type { Database } from '../../functions/store/database.ts';
import { roles } from '../../functions/domain/caller.ts';
import { Directory, type User } from '../../infra/local/identity/directory.ts';
import { PoolError, UserPool } from '../../infra/local/identity/userPool.ts';
import { startUserPoolServer } from '../../infra/local/identity/userPoolServer.ts';

/** The runner's own user pool, without the rest of it. */
export interface TestDirectory {
  /** What a function needs to find it. */
  readonly env: Record<string, string>;
  /** What it was asked for, oldest first: an action, and whom it is about. */
  readonly asked: string[];
  /** The next request of this action fails before anything is done. */
  failAt(action: string): void;
  find(sub: string): User | undefined;
  withEmail(email: string): User | undefined;
  /** Somebody makes a user by hand. */
  add(email: string): User;
  stop(): void;
}

/** Starts a user pool in memory; `asked` also tells whose sessions were ended. */
export async function startDirectory(database: Database): Promise<TestDirectory> {
  const directory = new Directory(':memory:');
  const accounts = new Accounts(database);
  const pool = new UserPool({
    signIn: { poolId: 'pool', groups: roles },
    directory,
    find: (accountId) => accounts.find(accountId),
    endSessions: () => undefined,
  });
  const asked: string[] = [];
  const failing = new Set<string>();
  const answer = pool.answer.bind(pool);
  pool.answer = async (action, input) => {
    asked.push(action);
    if (failing.delete(action)) throw new PoolError('Broken', 'The line is cut.');
    return answer(action, input);
  };
  const server = await startUserPoolServer(pool);
  return {
    env: { USER_POOL_ID: 'pool', AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: server.endpoint },
    asked,
    failAt: (action) => void failing.add(action),
    find: (sub) => directory.find(sub),
    withEmail: (email) => directory.withEmail(email),
    add: (email) => directory.add(email),
    stop: () => {
      server.stop();
      directory.close();
    },
  };
}
