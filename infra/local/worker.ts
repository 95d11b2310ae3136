import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import type { Ask, Tell } from './lambda.ts';

// Runs inside the worker thread that stands for one execution environment of a function. Events and answers travel as
// JSON text, as they do to and from Lambda, so that nothing gets through here that would not get through there.

const Data = z.object({ file: z.string(), export: z.string() });
type Handler = (event: unknown, context: unknown) => unknown;
const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const data = Data.parse(workerData);
const bundle = z.record(z.string(), z.unknown()).parse({ ...(await import(data.file)) });
const handler = bundle[data.export];
if (!isHandler(handler)) throw new Error(`${data.file} does not export a function named ${data.export}.`);

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
