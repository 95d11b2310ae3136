import { credentialsIn } from './credentials.ts';
import { signed, type Signable } from './sigV4.ts';

/** Sends a request to one of AWS's services, signed here, without a whole client for it; one that takes longer than `longest` is given up. */
export async function askAws(
  environment: NodeJS.ProcessEnv,
  service: 'lambda' | 's3' | 'ses',
  request: Signable,
  longest: number,
): Promise<Response> {
  const credentials = credentialsIn(environment);
  if (!credentials) throw new Error(`There are no credentials to ask ${service} with.`);
  const by = {
    credentials,
    region: settingIn(environment, 'AWS_REGION'),
    service,
    at: new Date().toISOString(),
  };
  // The host is signed too, and named by `fetch` itself.
  const { host: _, ...headers } = signed(request, by);
  const { url, method, body } = request;
  return fetch(url, { method, headers, body, signal: AbortSignal.timeout(longest) });
}

/** What a function must have been given to do what it is about to do. */
export function settingIn(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`${name} is not set: this function was not given what it needs for this.`);
  return value;
}
