import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { contract } from '../../functions/contract.ts';
import { apiPrefix } from '../../functions/contract/route.ts';
import type { Caller } from '../../functions/domain/caller.ts';
import { Database } from '../../functions/store/database.ts';
import { startDirectory, type TestDirectory } from './directory.ts';
import { startEngine } from './system.ts';
import { wireTo, type Wire } from './wire.ts';

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: unknown;
}

/** What an answer says: all are JSON, but those that say that they are CSV. */
function bodyOf({ body, headers }: APIGatewayProxyStructuredResultV2): unknown {
  if (!body) return undefined;
  return String(headers?.['content-type']).startsWith('text/csv') ? body : JSON.parse(body);
}

/** Asks the API as a caller, without a gateway in between. */
export type Ask = (
  caller: Caller | undefined,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export interface Api {
  ask: Ask;
  /** The tables behind it, for what no route would write. */
  database: Database;
  /** Who may sign in. */
  directory: TestDirectory;
  /** The wire between the functions and the tables. */
  wire: Wire;
  stop: () => Promise<void>;
}

/** The handlers on a real engine, on `file` if there is one; their environment is this process's, so a test file has one API. */
export async function startApi(today = '2024-12-03', file?: string): Promise<Api> {
  const engine = await startEngine(file);
  const wire = await wireTo(engine.endpoint);
  const database = new Database(engine.env);
  const directory = await startDirectory(database);
  Object.assign(process.env, engine.env, directory.env, {
    AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint,
    COUNTRY: 'UA',
    TODAY: today,
    POWERTOOLS_METRICS_DISABLED: 'true',
    LOG_LEVEL: 'SILENT',
  });
  const handlers: Record<keyof typeof contract, Handler> = {
    about: (await import('../../functions/handlers/about.ts')).handler,
    accounts: (await import('../../functions/handlers/accounts.ts')).handler,
    people: (await import('../../functions/handlers/people.ts')).handler,
    plan: (await import('../../functions/handlers/plan.ts')).handler,
    explain: (await import('../../functions/handlers/explain.ts')).handler,
    progress: (await import('../../functions/handlers/progress.ts')).handler,
    facilities: (await import('../../functions/handlers/facilities.ts')).handler,
    map: (await import('../../functions/handlers/map.ts')).handler,
    solutions: (await import('../../functions/handlers/solutions.ts')).handler,
    reports: (await import('../../functions/handlers/reports.ts')).handler,
    donors: (await import('../../functions/handlers/donors.ts')).handler,
    donations: (await import('../../functions/handlers/donations.ts')).handler,
    consignments: (await import('../../functions/handlers/consignments.ts')).handler,
    training: (await import('../../functions/handlers/training.ts')).handler,
    trace: (await import('../../functions/handlers/trace.ts')).handler,
    iati: (await import('../../functions/handlers/iati.ts')).handler,
    reminders: (await import('../../functions/handlers/reminders.ts')).handler,
    releases: (await import('../../functions/handlers/releases.ts')).handler,
    openData: (await import('../../functions/handlers/openData.ts')).handler,
    warehouses: (await import('../../functions/handlers/warehouses.ts')).handler,
  };
  const routes = Object.entries(contract).flatMap(([served, part]) =>
    Object.values(part).map((procedure) => {
      const { method, path = '' } = procedure['~orpc'].route;
      return {
        handler: handlerNamed(handlers, served),
        method,
        path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
      };
    }),
  );
  const ask: Ask = async (caller, method, path, body, headers = {}) => {
    const [bare = ''] = path.split('?');
    const route = routes.find((candidate) => candidate.method === method && candidate.path.test(bare));
    if (!route) throw new Error(`no route ${method} ${path}`);
    const result = await route.handler(eventOf(caller, method, path, body, headers), lambdaContext);
    return {
      status: result.statusCode ?? 0,
      headers: result.headers ?? {},
      body: bodyOf(result),
    };
  };
  const stop = async () => {
    directory.stop();
    await wire.stop();
    await engine.stop();
  };
  return { ask, database, directory, wire, stop };
}

function handlerNamed(handlers: Record<string, Handler>, name: string): Handler {
  const handler = handlers[name];
  if (!handler) throw new Error(`no handler serves ${name}`);
  return handler;
}

const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:test',
  memoryLimitInMB: '256',
  awsRequestId: 'test',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

/** An HTTP API event as the gateway makes it once the token is verified. */
function eventOf(
  caller: Caller | undefined,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): APIGatewayProxyEventV2 {
  const [bare = '', rawQueryString = ''] = `${apiPrefix}${path}`.split('?');
  const { accountId, regions, ...claims } = caller ?? {};
  const jwt = {
    claims: { ...claims, sub: accountId ?? '', ...(regions && { regions: [regions].flat().join(' ') }) },
    scopes: [],
  };
  const requestContext = {
    accountId: '000000000000',
    apiId: 'test',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method, path: bare, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: 'test',
    routeKey: `${method} ${bare}`,
    stage: '$default',
    time: '',
    timeEpoch: 0,
    ...(caller && { authorizer: { jwt } }),
  };
  return {
    version: '2.0',
    routeKey: requestContext.routeKey,
    rawPath: bare,
    rawQueryString,
    headers: { 'content-type': 'application/json', ...headers },
    requestContext,
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
