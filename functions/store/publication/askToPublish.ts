import { credentialsIn } from '../credentials.ts';
import { signed } from '../sigV4.ts';

/** Who waits for a release has waited for its audit already; the night publishes what could not be asked for. */
const longest = 3_000;

/** Asks the function that publishes to do so for a release, without waiting until it has: AWS calls it again when it fails. */
export async function askToPublish(environment: NodeJS.ProcessEnv, releaseId: string): Promise<void> {
  const { AWS_REGION: region = '', AWS_ENDPOINT_URL_LAMBDA: endpoint, PUBLISH_FUNCTION: name } = environment;
  const credentials = credentialsIn(environment);
  if (!name || !credentials) throw new Error('PUBLISH_FUNCTION is not set: this function may not ask for it');
  const url = new URL(
    `/2015-03-31/functions/${name}/invocations`,
    endpoint ?? `https://lambda.${region}.amazonaws.com`,
  );
  const body = JSON.stringify({ job: 'publish', releaseId });
  const headers = { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' };
  const { host: _, ...sent } = signed(
    { method: 'POST', url, headers, body },
    { credentials, region, service: 'lambda', at: new Date().toISOString() },
  );
  const answer = await fetch(url, {
    method: 'POST',
    headers: sent,
    body,
    signal: AbortSignal.timeout(longest),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The release cannot be published now: ${answer.status}`);
}
