import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Log } from '../log.ts';
import type { FunctionPlan } from '../plan/functions.ts';

/** What a worker thread is asked, and what it tells; events and answers are JSON. */
export interface Ask {
  readonly event: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** When the function must have answered, in milliseconds since 1970. */
  readonly deadline: number;
}
export type Tell = { kind: 'ready' } | { kind: 'fault' } | { kind: 'answer'; answer: string };

/** A function threw, ran out of time or crashed; the reason is in its log, as it is on AWS. */
export class FunctionFailed extends Error {
  override name = 'FunctionFailed';
}

// As on AWS, an environment handles one event at a time, and there are more of them when more is asked. Half of that time it
// waits for the database: twice as many as there are cores keep them busy, more would only share them.
const mostEnvironments = 2 * availableParallelism();

/** What Lambda answers at most, in bytes: a longer answer is none. */
const mostBytes = 6_291_556;

// A request leaves little behind: Node's own 48 MB for what is young would be taken by every environment.
const youngGenerationMb = 12;

/** A Lambda function: its real bundle in worker threads that see nothing but the function's own environment. */
export class Lambda {
  readonly #plan: FunctionPlan;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #log: Log;
  readonly #all = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiting: (() => void)[] = [];

  /** `surroundings` are what the Lambda service, and not the template, puts into the environment. */
  constructor(plan: FunctionPlan, surroundings: Readonly<Record<string, string>>, logFolder: string) {
    this.#plan = plan;
    this.#environment = {
      ...surroundings,
      AWS_LAMBDA_FUNCTION_NAME: plan.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMb),
      ...plan.environment,
    };
    this.#log = new Log(join(logFolder, `${plan.name}.log`));
  }

  /** Loads the bundle before anybody asks. */
  async warm(): Promise<void> {
    this.#release(await this.#free());
  }

  /** Calls the handler with what it would get from AWS; throws `FunctionFailed` when there is no answer. */
  async invoke(event: unknown): Promise<unknown> {
    const worker = await this.#free();
    const told = await this.#ask(worker, JSON.stringify(event));
    this.#release(worker);
    if (told.kind !== 'answer' || !this.#isShortEnough(told.answer))
      throw new FunctionFailed(`${this.#plan.name} failed.`);
    return JSON.parse(told.answer);
  }

  /** Ends all environments; whatever they were doing gets no answer. */
  async stop(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
    this.#log.close();
  }

  #isShortEnough(answer: string): boolean {
    const bytes = Buffer.byteLength(answer);
    if (bytes > mostBytes)
      this.#log.write(`Response payload size exceeded maximum allowed payload size (${mostBytes} bytes).\n`);
    return bytes <= mostBytes;
  }

  async #free(): Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size < mostEnvironments) return this.#start();
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#free();
  }

  #release(worker: Worker): void {
    if (this.#all.has(worker)) this.#idle.push(worker);
    this.#waiting.shift()?.();
  }

  async #start(): Promise<Worker> {
    const { folder, file, export: exported, memoryMb } = this.#plan;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      env: this.#environment,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngGenerationMb },
      stdout: true,
      stderr: true,
      argv: [pathToFileURL(join(folder, file)).href, exported],
    });
    this.#all.add(worker);
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (chunk: Uint8Array) => this.#log.write(chunk));
    worker.on('error', (error) => this.#log.write(`${inspect(error)}\n`));
    worker.once('exit', () => this.#forget(worker));
    const told = await heard(worker);
    if (told.kind === 'ready') return worker;
    throw new FunctionFailed(`${this.#plan.name} could not be loaded.`);
  }

  #forget(worker: Worker): void {
    this.#all.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    this.#waiting.shift()?.();
  }

  async #ask(worker: Worker, event: string): Promise<Tell> {
    const { timeoutMs } = this.#plan;
    const ask: Ask = { event, context: this.#context(), deadline: Date.now() + timeoutMs };
    const tooLate = setTimeout(() => {
      this.#log.write(`Task timed out after ${timeoutMs / 1000} seconds\n`);
      void worker.terminate();
    }, timeoutMs);
    worker.postMessage(ask);
    const told = await heard(worker);
    clearTimeout(tooLate);
    return told;
  }

  #context(): Record<string, unknown> {
    const { name, arn, memoryMb } = this.#plan;
    return {
      awsRequestId: randomUUID(),
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(memoryMb),
      logGroupName: name,
      logStreamName: name,
      callbackWaitsForEmptyEventLoop: true,
    };
  }
}

/** The next thing a worker tells; a fault when it ends before. */
function heard(worker: Worker): Promise<Tell> {
  return new Promise((resolve) => {
    const told = (message: Tell) => {
      worker.off('exit', ended);
      resolve(message);
    };
    const ended = () => {
      worker.off('message', told);
      resolve({ kind: 'fault' });
    };
    worker.once('message', told);
    worker.once('exit', ended);
  });
}
