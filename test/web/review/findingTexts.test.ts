import { expect, test } from 'vitest';
import { suggestionOf } from '../../../web/src/routes/(in)/review/findingTexts.ts';
import { testPack } from '../../support/builders.ts';

const of = (...findings: Parameters<typeof suggestionOf>[0]) => suggestionOf(findings, '2024-11', testPack);

test('a return begins with a question about the strongest finding, on its figure', () => {
  const high = { kind: 'high', indicator: 'resolved', value: 40, low: 2, high: 8 } as const;

  expect(of(high, { kind: 'same', month: '2024-10' })).toEqual({
    field: 'resolved',
    question: 'resolved: 40, usually 2–8. Is it right?',
  });
  expect(of({ kind: 'jump', indicator: 'staff', value: 40, before: 5 })).toEqual({
    field: 'staff',
    question: 'staff: 40. October: 5. Is it right?',
  });
  expect(of({ kind: 'corrected', indicator: 'staff', value: 4, approved: 5 }).question).toBe(
    'staff: 4. Corrected; 5 was approved. Is it right?',
  );
});

test('a form that was copied is no single figure’s fault', () => {
  expect(of({ kind: 'same', month: '2024-10' })).toEqual({
    field: undefined,
    question: 'The same figures as in October 2024. Is it right?',
  });
});

test('where nothing was found, nothing is written', () => {
  expect(of()).toEqual({ field: undefined, question: '' });
});
