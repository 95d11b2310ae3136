import { describe, expect, test } from 'vitest';
import { merged, rebased } from '../../web/src/lib/myFacility/merge.ts';
import type { Draft } from '../../web/src/lib/myFacility/drafts.ts';

describe('what two devices typed is merged field by field', () => {
  test('a field that only one of them changed has its text', () => {
    const { typed, clashes } = merged({ a: '1', b: '2' }, { a: '5', b: '2' }, { a: '1', b: '7' });

    expect(typed).toEqual({ a: '5', b: '7' });
    expect(clashes).toEqual({});
  });

  test('a field that both changed keeps mine and tells of theirs', () => {
    const { typed, clashes } = merged({ a: '1' }, { a: '5' }, { a: '7' });

    expect(typed).toEqual({ a: '5' });
    expect(clashes).toEqual({ a: { mine: '5', theirs: '7' } });
  });

  test('the same change on both is no clash', () => {
    expect(merged({ a: '1' }, { a: '5' }, { a: '5' }).clashes).toEqual({});
  });

  test('a field that I emptied stays empty', () => {
    expect(merged({ a: '1' }, {}, { a: '1' }).typed).toEqual({});
  });
});

test('a draft moves on top of a returned report without losing a figure', () => {
  const draft: Draft = {
    facilityId: 'UA-0001',
    month: '2024-11',
    typed: { consultations: '12', failed: '0' },
    note: '',
    base: { version: 1, figures: { consultations: 10 }, note: '' },
    at: 0,
  };

  const { draft: next } = rebased(draft, {
    facilityId: 'UA-0001',
    month: '2024-11',
    region: 'UA-46',
    version: 4,
    revision: 1,
    status: 'returned',
    figures: { consultations: 10 },
  });

  expect(next.typed).toEqual({ consultations: '12', failed: '0' });
  expect(next.base.version).toBe(4);
});
