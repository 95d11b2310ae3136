import { expect, test } from 'vitest';
import { sampleToday as toldDay } from '../../../functions/sample/facts.ts';
import { sampleToday } from '../../../infra/local/sample.ts';

test('the runner stops the clock on the day that the sample tells its story for', () => {
  expect(sampleToday).toBe(toldDay);
});
