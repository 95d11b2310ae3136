import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MonthlyReport } from '../../../../functions/domain/report/monthlyReport.ts';
import {
  agreed,
  merged,
  noteField,
  rebased,
  taken,
  withSent,
} from '../../../../web/src/lib/myFacility/form/merge.ts';
import type { Draft } from '../../../../web/src/lib/myFacility/drafts.ts';

const begun: Draft = {
  facilityId: 'UA-0001',
  month: '2024-11',
  typed: {},
  note: '',
  base: { version: 1, figures: {}, note: '' },
  at: 0,
};
const report = (version: number, figures: MonthlyReport['figures']): MonthlyReport => ({
  facilityId: 'UA-0001',
  month: '2024-11',
  region: 'UA-46',
  version,
  revision: 1,
  status: 'draft',
  figures,
});

describe('what two devices typed is merged field by field', () => {
  test('a field that only one of them changed has its text', () => {
    const { typed, clashes } = merged({ a: '1', b: '2' }, { a: '5', b: '2' }, { a: '1', b: '7' });

    expect(typed).toEqual({ a: '5', b: '7' });
    expect(clashes).toEqual({});
  });

  test('a field that both changed keeps mine and tells of theirs', () => {
    const { typed, clashes } = merged({ a: '1' }, { a: '5' }, { a: '7' });

    expect(typed).toEqual({ a: '5' });
    expect(clashes).toEqual({ a: '7' });
  });

  test('the same change on both is no clash', () => {
    expect(merged({ a: '1' }, { a: '5' }, { a: '5' }).clashes).toEqual({});
  });

  test('a field that I emptied stays empty', () => {
    expect(merged({ a: '1' }, {}, { a: '1' }).typed).toEqual({});
  });

  test('a clash is asked until it is answered, however often theirs changes', () => {
    const again = merged({ a: '7' }, { a: '5' }, { a: '8' }, { a: '7' });

    expect(again).toEqual({ typed: { a: '5' }, clashes: { a: '8' } });
    expect(merged({ a: '7' }, { a: '5' }, { a: '5' }, { a: '7' }).clashes).toEqual({});
  });

  test.each([
    ['the same again', (_: number) => ({ a: 12 })],
    ['one field more each time', (nth: number) => ({ a: 12, [`b${nth}`]: 1 })],
  ])('what arrived without an answer is no clash, also after twenty more tries with %s', (_, figures) => {
    const tries = Array.from({ length: 20 }, (__, nth) => ({ figures: figures(nth) }));
    const draft = [{ figures: { a: 1 } }, ...tries].reduce(withSent, { ...begun, typed: { a: '12' } });

    const { typed, clashes } = rebased(draft, report(2, { a: 1 }));

    expect(typed).toEqual({ a: '12' });
    expect(clashes).toEqual({});
  });

  test('no order of writes on the other device lets one side of a clash win silently', () => {
    const texts = fc.constantFrom('1', '2', '3');
    fc.assert(
      fc.property(texts, texts, fc.array(texts), (before, mine, theirs) => {
        let draft: Draft = {
          ...begun,
          typed: { a: mine },
          base: { ...begun.base, figures: { a: Number(before) } },
        };
        theirs.forEach((text, index) => {
          draft = rebased(draft, report(index + 2, { a: Number(text) }));
        });

        const last = theirs.at(-1) ?? before;
        if (mine === before) expect(draft.typed).toEqual({ a: last });
        else expect(draft.typed['a'] === last || draft.clashes?.['a'] === last || last === before).toBe(true);
      }),
    );
  });

  test('the server keeps what it has where a choice is open', () => {
    const draft = {
      ...begun,
      typed: { a: '5', b: '2' },
      note: 'Mine',
      clashes: { a: '7', [noteField]: 'Theirs' },
    };

    expect(agreed(draft)).toMatchObject({ typed: { a: '7', b: '2' }, note: 'Theirs' });
  });
});

test('what was typed since it was sent stays on top of the answer, and is no clash', () => {
  const draft = { ...begun, typed: { a: '55', b: '2' } };

  const left = taken(draft, { figures: { a: 5, b: 2 } }, report(2, { a: 5, b: 2, c: 9 }));

  expect(left.typed).toEqual({ a: '55', b: '2', c: '9' });
  expect(left.clashes).toEqual({});
  expect(left.base.version).toBe(2);
});

test('a draft moves on top of a returned report without losing a figure', () => {
  const draft = {
    ...begun,
    typed: { consultations: '12', failed: '0' },
    base: { version: 1, figures: { consultations: 10 }, note: '' },
  };

  const next = rebased(draft, report(4, { consultations: 10 }));

  expect(next.typed).toEqual({ consultations: '12', failed: '0' });
  expect(next.base.version).toBe(4);
});
