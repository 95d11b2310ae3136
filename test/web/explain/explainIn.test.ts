import { expect, test } from 'vitest';
import { explainHref, explainStep } from '../../../web/src/lib/explain/explainIn.ts';

const opened = { scope: 'donor:aid', region: 'UA-46', month: '2024-12' } as const;

test('a figure of a donor is opened where it is read', () => {
  expect(explainHref('unitsInUse', opened)).toBe(
    '/explain?figure=unitsInUse&month=2024-12&scope=donor%3Aaid&region=UA-46',
  );
});

test('a step of the use funnel opens what came as far; the use that of its month, and a pledge nothing', () => {
  const figureOf = (...[step, of, month]: ['pledged' | 'received' | 'used', 'units' | 'usdCents', string?]) =>
    explainStep(step, of, opened, month)?.replace(/&scope.*/, '');

  expect([
    figureOf('received', 'usdCents', '2024-10'),
    figureOf('used', 'units', '2024-10'),
    figureOf('used', 'units'),
    figureOf('pledged', 'units', '2024-10'),
  ]).toEqual([
    '/explain?figure=reached.received.usd&month=2024-12',
    '/explain?figure=unitsUsed&month=2024-10',
    undefined,
    undefined,
  ]);
});
