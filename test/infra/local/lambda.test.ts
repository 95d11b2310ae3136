import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FunctionFailed, Lambda } from '../../../infra/local/functions/lambda.ts';
import type { FunctionPlan } from '../../../infra/local/plan/functions.ts';

const logs = mkdtempSync(join(tmpdir(), 'telemedicine-lambda-'));
const started: Lambda[] = [];
afterAll(async () => {
  await Promise.all(started.map((lambda) => lambda.stop()));
  rmSync(logs, { recursive: true });
});

function start(differences: Partial<FunctionPlan> = {}): Lambda {
  const plan: FunctionPlan = {
    name: 'subject',
    arn: 'subject.Arn',
    folder: join(import.meta.dirname, 'bundle'),
    file: 'index.ts',
    export: 'handler',
    environment: { PROGRESS_TABLE: 'Progress' },
    memoryMb: 256,
    timeoutMs: 10_000,
    ...differences,
  };
  const lambda = new Lambda(plan, { AWS_REGION: 'local' }, logs);
  started.push(lambda);
  return lambda;
}

test("a function sees its own environment and the Lambda service's, and nothing of ours", async () => {
  process.env['SECRET_OF_THE_RUNNER'] = 'secret';

  expect(await start().invoke({ do: 'environment' })).toEqual({
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_FUNCTION_NAME: 'subject',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_REGION: 'local',
    PROGRESS_TABLE: 'Progress',
  });
});

test('what a function keeps in memory is there at the next call, and not in another function', async () => {
  const [one, other] = [start(), start({ name: 'other' })];
  await one.invoke({ do: 'count' });

  expect(await one.invoke({ do: 'count' })).toBe(2);
  expect(await other.invoke({ do: 'count' })).toBe(1);
});

test('an environment handles one event at a time, however many come', async () => {
  const lambda = start();

  const overlaps = await Promise.all(Array.from({ length: 12 }, () => lambda.invoke({ do: 'overlap' })));

  expect(overlaps).toEqual(Array.from({ length: 12 }, () => 1));
});

test('events and answers are JSON, as they are on AWS', async () => {
  const lambda = start();

  expect(await lambda.invoke({ day: new Date(0), nothing: undefined })).toEqual({
    day: '1970-01-01T00:00:00.000Z',
  });
  expect(await lambda.invoke({ do: 'answerNothing' })).toBeNull();
});

test('a handler that throws fails its caller without a word of why; the log has the reason', async () => {
  const lambda = start({ name: 'throws' });

  await expect(lambda.invoke({ do: 'throw' })).rejects.toThrow(new FunctionFailed('throws failed.'));

  await lambda.stop();
  expect(readFileSync(join(logs, 'throws.log'), 'utf8')).toContain('a bug with a secret in it');
});

test('what a function prints goes to its log', async () => {
  const lambda = start({ name: 'speaks' });
  await lambda.invoke({ do: 'count', say: '{"level":"INFO"}' });
  await lambda.stop();

  expect(readFileSync(join(logs, 'speaks.log'), 'utf8')).toBe('{"level":"INFO"}\n');
});

test('a function that crashes fails that call only: the next one finds a new environment', async () => {
  const lambda = start();
  await lambda.invoke({ do: 'count' });

  await expect(lambda.invoke({ do: 'crash' })).rejects.toThrow(FunctionFailed);

  expect(await lambda.invoke({ do: 'count' })).toBe(1);
});

test('a function that takes longer than its timeout is ended', async () => {
  const lambda = start({ name: 'hangs', timeoutMs: 1000 });

  await expect(lambda.invoke({ do: 'hang' })).rejects.toThrow(FunctionFailed);

  expect(await lambda.invoke({ do: 'count' })).toBe(1);
  await lambda.stop();
  expect(readFileSync(join(logs, 'hangs.log'), 'utf8')).toContain('Task timed out after 1 seconds');
});

test('an answer longer than Lambda gives back is none', async () => {
  const lambda = start({ name: 'long' });

  await expect(lambda.invoke({ do: 'tooLong' })).rejects.toThrow(FunctionFailed);

  expect(await lambda.invoke({ do: 'count' })).toBe(1);
  await lambda.stop();
  expect(readFileSync(join(logs, 'long.log'), 'utf8')).toContain('exceeded maximum allowed payload size');
});

test('a bundle that cannot be loaded fails each call, and whoever waits for it', async () => {
  const lambda = start({ file: 'absent.mjs' });

  const calls = await Promise.allSettled(Array.from({ length: 8 }, () => lambda.invoke({})));

  expect(calls.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'rejected'));
});
