import { askAws, settingIn } from '../askAws.ts';

/** Who waits for a release has waited for its audit already; the night publishes what could not be asked for. */
const longest = 3_000;

/** Asks the function that publishes to do so for a release, without waiting until it has: AWS calls it again when it fails. */
export async function askToPublish(environment: NodeJS.ProcessEnv, releaseId: string): Promise<void> {
  const name = settingIn(environment, 'PUBLISH_FUNCTION');
  const endpoint =
    environment['AWS_ENDPOINT_URL_LAMBDA'] ??
    `https://lambda.${settingIn(environment, 'AWS_REGION')}.amazonaws.com`;
  const answer = await askAws(
    environment,
    'lambda',
    {
      method: 'POST',
      url: new URL(`/2015-03-31/functions/${name}/invocations`, endpoint),
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' },
      body: JSON.stringify({ job: 'publish', releaseId }),
    },
    longest,
  );
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The release cannot be published now: ${answer.status}`);
}
