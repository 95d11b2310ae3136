import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lettersOf, releaseCode, releaseIdOf } from '../../../../functions/domain/release/releaseId.ts';

const signs = '0123456789abcdefghjkmnpqrstuvwxyz';
const code = fc.record({
  month: fc.constantFrom('2022-12', '2024-11', '2031-01'),
  version: fc.integer({ min: 1, max: 999 }),
  letters: fc.integer({ min: 0 }).map((value) => lettersOf(value.toString(16))),
});

test('an id says its month, its version and its letters', () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(releaseCode(releaseIdOf(one))).toEqual(one);
    }),
  );
});

test('an id with one other sign says that it was altered', () => {
  fc.assert(
    fc.property(code, fc.nat(), fc.constantFrom(...signs, '', '-', 'İ'), (one, place, sign) => {
      const id = releaseIdOf(one);
      const at = place % id.length;
      const altered = `${id.slice(0, at)}${sign}${id.slice(at + 1)}`;
      fc.pre(altered !== id);
      expect(() => releaseCode(altered)).toThrow('altered');
    }),
  );
});

test('so does one in which two neighbours changed places', () => {
  fc.assert(
    fc.property(code, fc.nat(), (one, place) => {
      const id = releaseIdOf(one);
      const at = place % (id.length - 1);
      const altered = `${id.slice(0, at)}${id.charAt(at + 1)}${id.charAt(at)}${id.slice(at + 2)}`;
      fc.pre(altered !== id);
      expect(() => releaseCode(altered)).toThrow('altered');
    }),
  );
});
