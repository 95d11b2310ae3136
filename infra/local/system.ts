import type { Server } from 'node:http';
import { join } from 'node:path';
import { packFor } from '../../functions/packs/index.ts';
import type { SiteConfig } from '../siteConfig.ts';
import { DemoAccounts } from './accounts.ts';
import { UserError } from './userError.ts';
import { Files } from './http/files.ts';
import { Functions } from './functions/functions.ts';
import { Invocations, startInvocationServer } from './functions/invocations.ts';
import { startGateway } from './http/gateway.ts';
import { Directory } from './identity/directory.ts';
import { startIdentity } from './identity/index.ts';
import { SessionStore } from './identity/sessionStore.ts';
import { UserPool } from './identity/userPool.ts';
import { startUserPoolServer } from './identity/userPoolServer.ts';
import { Users } from './identity/users.ts';
import { Log } from './log.ts';
import { startMailServer } from './mail/mailServer.ts';
import { Outbox } from './mail/outbox.ts';
import type { Plan } from './plan/index.ts';
import { startObjectServer } from './publication/objectServer.ts';
import { ObjectStore } from './publication/store.ts';

/** What a system is made of. Its tables are there already. */
export interface SystemParts {
  readonly plan: Plan;
  /** Where DynamoDB answers. */
  readonly endpoint: string;
  /** What a program needs to reach the tables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly webFolder: string;
  /** Where the gateway listens. */
  readonly port: number;
  /** The origin people see, where something stands before the gateway. */
  readonly origin?: string;
  readonly hasSample: boolean;
  /** The product's day, where it is not the real one. */
  readonly today?: string;
}

/** A system that answers. */
export interface System {
  readonly url: string;
  readonly functions: Functions;
  /** Where letters are taken. */
  readonly mail: string;
  /** Where what is published is taken. */
  readonly objects: string;
  stop(): Promise<void>;
}

/** Starts functions, identity and gateway; resolves when requests are answered. */
export async function startSystem(parts: SystemParts): Promise<System> {
  const { plan, endpoint, environment, dataDir, webFolder, port, hasSample, today } = parts;
  const { signIn, site, letters, publication } = plan;
  const url = parts.origin ?? `http://localhost:${port}`;
  await using started = new AsyncDisposableStack();
  const log = new Log(join(dataDir, 'logs/sign-in.log'));
  started.defer(() => log.close());
  const accounts = new DemoAccounts(environment, (sentence) => log.write(`${sentence}\n`));
  const memory = new SessionStore(join(dataDir, 'identity.db'), signIn.refreshTokenGrace);
  started.defer(() => memory.close());
  const directory = new Directory(join(dataDir, 'directory.db'));
  started.defer(() => directory.close());
  const userPool = await startUserPoolServer(
    new UserPool({
      signIn,
      directory,
      find: (accountId) => accounts.find(accountId),
      endSessions: (accountId) => memory.forget(accountId),
    }),
  );
  started.defer(() => userPool.stop());
  const outbox = new Outbox(join(dataDir, 'outbox'), letters, (event) =>
    functions.invoke(letters.returnedArn, event),
  );
  const mail = await startMailServer(outbox);
  started.defer(() => mail.stop());
  const published = new ObjectStore(join(dataDir, 'publication.db'));
  started.defer(() => published.close());
  const objects = await startObjectServer(published, publication.bucket);
  started.defer(() => objects.stop());
  const events = new Invocations((arn, event) => functions.invoke(arn, event));
  const invocations = await startInvocationServer(events, (name) => functions.arnOf(name));
  started.defer(() => invocations.stop());
  const services = {
    dynamodb: endpoint,
    userPool: userPool.endpoint,
    mail: mail.endpoint,
    objects: objects.endpoint,
    invocations: invocations.endpoint,
    url,
  };
  const functions = new Functions(plan, services, join(dataDir, 'logs'), { today, hasSample });
  started.defer(() => events.stop());
  started.defer(() => functions.stop());
  const identity = await startIdentity({
    origin: url,
    folder: dataDir,
    signIn,
    users: new Users(accounts, directory),
    memory,
    preToken: (event) => functions.invoke(signIn.preTokenArn, event),
    here: (address) => address.replace(site.url, url),
  });
  const { country, names, languages } = packFor(plan.functions[0]?.environment['COUNTRY'] ?? '');
  const config: SiteConfig = {
    issuer: identity.issuer,
    clientId: signIn.clientId,
    scope: signIn.scopes.join(' '),
    country,
    names,
    languages,
    stage: 'local',
    sample: hasSample,
    today,
    signOutUrl: identity.signOutUrl,
  };
  const server = await startGateway(port, {
    routes: plan.routes,
    apiPaths: site.apiPaths,
    publicPaths: site.publicPaths,
    published: (key) => published.get(key),
    invoke: (arn, event) => functions.invoke(arn, event),
    trust: ({ issuer, audience }) => {
      if (!issuer.endsWith(`/${signIn.poolId}`))
        throw new UserError(`Nobody here signs tokens for ${issuer}.`);
      return { issuer: identity.issuer, audience, keys: identity.keys };
    },
    identity: (request, response) => identity.handle(request, response),
    files: new Files(webFolder, site.cacheControl),
    config,
    headers: site.headers,
    unlistedPaths: site.unlistedPaths,
  });
  started.defer(() => close(server));
  await functions.warm([...plan.routes.map(({ functionArn }) => functionArn), signIn.preTokenArn]);
  await publishOnceDeployed(events, publication, published);
  const all = started.move();
  return { url, functions, mail: mail.endpoint, objects: objects.endpoint, stop: () => all.disposeAsync() };
}

/** Each start is a deployment. Only the first is waited for: later, what was published before is there meanwhile. */
async function publishOnceDeployed(
  events: Invocations,
  { onceDeployed }: Plan['publication'],
  published: ObjectStore,
): Promise<void> {
  const { functionArn, input } = onceDeployed;
  const done = events.hand(functionArn, JSON.parse(input));
  if (published.isEmpty) await done;
}

// Requests in flight are answered, but nobody who keeps a connection open holds us up.
function close(server: Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), 2000);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
