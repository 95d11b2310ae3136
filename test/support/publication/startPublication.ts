import { Invocations, startInvocationServer } from '../../../infra/local/functions/invocations.ts';
import { startObjectServer } from '../../../infra/local/publication/objectServer.ts';
import { ObjectStore } from '../../../infra/local/publication/store.ts';

const bucket = 'bucket';

/** What stands for S3 and Lambda in a test: a bucket in memory, and events that are handed to a function. */
export interface TestPublication {
  readonly env: Record<string, string>;
  /** The text of a published file. */
  text(path: string): string | undefined;
  /** Called before a file is put; who throws refuses it. */
  beforePut: (path: string) => Promise<void> | void;
  stop(): Promise<void>;
}

/** Starts both; `publish` is the function that events are handed to. */
export async function startPublication(
  publish: (event: unknown) => Promise<unknown>,
): Promise<TestPublication> {
  const store = new ObjectStore(':memory:');
  const put: ObjectStore['put'] = (path, object) => store.put(path, object);
  const objects = await startObjectServer(
    {
      put: async (path, object) => {
        await publication.beforePut(path);
        put(path, object);
      },
    },
    bucket,
  );
  const events = new Invocations((_, event) => publish(event));
  const invocations = await startInvocationServer(events, (name) => (name === 'publish' ? name : undefined));
  const publication: TestPublication = {
    env: {
      AWS_ENDPOINT_URL_S3: objects.endpoint,
      AWS_ENDPOINT_URL_LAMBDA: invocations.endpoint,
      PUBLICATION_BUCKET: bucket,
      PUBLISH_FUNCTION: 'publish',
      ORIGIN: 'https://example.org',
    },
    text: (path) => store.get(path)?.body.toString(),
    beforePut: () => undefined,
    stop: async () => {
      invocations.stop();
      await events.stop();
      objects.stop();
      store.close();
    },
  };
  return publication;
}
