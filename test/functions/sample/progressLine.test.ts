import { expect, test } from 'vitest';
import { progressLine } from '../../../functions/sample/progressLine.ts';

function written(isTTY: boolean): string {
  let text = '';
  const replay = progressLine({ isTTY, write: (more: string) => (text += more) });
  for (let part = 0; part <= 400; part += 1) replay(part / 400);
  return text;
}

test('a log hears of every tenth', () => {
  expect(written(false).split('\n')).toHaveLength(12);
  expect(written(false)).toContain('Loading the sample country: 40%\n');
});

test('a terminal has one line that is ended once', () => {
  expect(written(true).split('\n')).toHaveLength(2);
  expect(written(true)).toContain('\rLoading the sample country: 42%');
});
