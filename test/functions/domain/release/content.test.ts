import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { packed, unpacked } from '../../../../functions/store/release/content.ts';

/** Ten years of sixty regions, with figures of which nothing repeats. */
const largeCountry = () => ({
  figures: Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `figure${index}`,
      Array.from(new Uint32Array(new Uint8Array(randomBytes(4 * 120 * 60)).buffer)),
    ]),
  ),
});

test('what is frozen comes back, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { texts, ...part } = packed('country', value);
      expect(unpacked(part, texts)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a large country is kept in items below 400 KB, and comes back', () => {
  const country = largeCountry();
  const { texts, ...part } = packed('country', country);

  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThan(400_000);
  expect(unpacked(part, texts)).toEqual(country);
  expect(() => unpacked(part, texts.slice(1))).toThrow('not what was frozen');
});

test('other content is never shown as what was frozen', () => {
  const { texts } = packed('country', { facilitiesLive: 329 });
  const { texts: _, ...part } = packed('country', { facilitiesLive: 328 });

  expect(() => unpacked(part, texts)).toThrow('not what was frozen');
});
