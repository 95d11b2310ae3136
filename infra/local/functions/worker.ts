import { parentPort } from 'node:worker_threads';
import type { Ask, Tell } from './lambda.ts';

// Runs inside the worker thread that stands for one execution environment of a function. Events and answers travel as
// JSON text, as they do to and from Lambda, so that nothing gets through here that would not get through there.

type Handler = (event: unknown, context: unknown) => unknown;
const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const isModule = (value: unknown): value is Record<string, unknown> => typeof value === 'object';

const [, , file = '', exported = ''] = process.argv;
const bundle: unknown = await import(file);
const handler = isModule(bundle) ? bundle[exported] : undefined;
if (!isHandler(handler)) throw new Error(`${file} does not export a function named ${exported}.`);

const call = async (run: Handler, event: string, context: unknown): Promise<unknown> => {
  const parsed: unknown = JSON.parse(event);
  return await run(parsed, context);
};

const tell = (message: Tell): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ event, context, deadline }: Ask) => {
  const lambdaContext = { ...context, getRemainingTimeInMillis: () => deadline - Date.now() };
  void call(handler, event, lambdaContext).then(
    (answer) => tell({ kind: 'answer', answer: JSON.stringify(answer ?? null) }),
    (error: unknown) => {
      console.error(error);
      tell({ kind: 'fault' });
    },
  );
});
tell({ kind: 'ready' });
