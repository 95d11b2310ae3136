import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengths, signs, traceCode, traceIdOf } from '../../../../functions/domain/trace/traceId.ts';
import { isSignedWith, drawn, signedId } from '../../../../functions/store/trace/signing.ts';

const text = (length: number) =>
  fc.array(fc.constantFrom(...signs), { minLength: length, maxLength: length }).map((all) => all.join(''));
const code = fc.record({
  locator: text(lengths.locator),
  box: fc.nat(signs.length ** lengths.box - 1),
  signature: text(lengths.signature),
});
const anySign = fc.constantFrom(...signs, ...'01iloABZ', '', '-', 'İ', '0'.repeat(2));

test('an id says where its link is, whose card it opens and how it is signed', () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(traceCode(traceIdOf(one))).toEqual(one);
    }),
  );
});

test('an id with one other sign says that it was altered', () => {
  fc.assert(
    fc.property(code, fc.nat(), anySign, (one, place, sign) => {
      const id = traceIdOf(one);
      const at = place % id.length;
      const altered = `${id.slice(0, at)}${sign}${id.slice(at + 1)}`;
      fc.pre(altered !== id);
      expect(() => traceCode(altered)).toThrow('altered');
    }),
    { numRuns: 2000 },
  );
});

test('so does one in which any two signs changed places', () => {
  fc.assert(
    fc.property(code, fc.nat(), fc.nat(), (one, first, second) => {
      const id = [...traceIdOf(one)];
      const [a, b] = [first % id.length, second % id.length];
      const altered = id.map((sign, at) => (at === a ? id[b] : at === b ? id[a] : sign)).join('');
      fc.pre(altered !== id.join(''));
      expect(() => traceCode(altered)).toThrow('altered');
    }),
    { numRuns: 2000 },
  );
});

test('an id is signed for one link and one box alone', () => {
  const [link, other] = [drawn(), drawn()];
  const third = traceCode(signedId(link, 3));

  expect(isSignedWith(third, link.key)).toBe(true);
  expect(isSignedWith(third, other.key)).toBe(false);
  expect(isSignedWith({ ...third, box: 4 }, link.key)).toBe(false);
  expect(isSignedWith({ ...third, locator: other.locator }, link.key)).toBe(false);
});

test('what is drawn by chance is drawn anew each time', () => {
  const all = Array.from({ length: 500 }, drawn);

  expect(new Set(all.map(({ key }) => key)).size).toBe(500);
  expect(new Set(all.map(({ locator }) => locator)).size).toBe(500);
});
