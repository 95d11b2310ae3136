import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, textOf } from '../../../functions/domain/text.ts';

const line = lineOf(200);
const text = textOf(0, 500);
const isLine = (value: string) => line.safeParse(value).success;
const isText = (value: string) => text.safeParse(value).success;

/** Letters that nobody sees, by their names. */
const unseen = {
  'a NUL': '\u0000',
  'a zero-width space': '\u200b',
  'a zero-width joiner': '\u200d',
  'a mark of direction': '\u202e',
  'a byte order mark': '\ufeff',
  'a soft hyphen': '\u00ad',
  'a line break': '\n',
  'a line separator': '\u2028',
  'half a character': '\ud83d',
  'the other half': '\ude00',
  'a private letter': '\ue000',
  'no letter at all': '\uffff',
};

describe('a line', () => {
  test.each(Object.entries(unseen))('does not hold %s', (_, letter) => {
    expect(isLine(`Khodoriv${letter}clinic`)).toBe(false);
    expect(isLine(letter)).toBe(false);
  });

  test.each(['', ' ', '\u00a0\u2003', '\u0301', '\u200b\u200b'])(
    'is not one that shows nothing: %j',
    (blank) => {
      expect(isLine(blank)).toBe(false);
    },
  );

  test.each([
    'Khodoriv district clinic № 2',
    'Кам’янець-Подільська лікарня (філія)',
    'Баранавіцкая цэнтральная паліклініка',
    'Цэнтр «Здароўе», вул. Ў. Караткевіча, 5/2',
    'Hospital Nº 1 & Sons, e\u0301te\u0301',
    '病院',
    '🏥 1',
  ])('is %s', (name) => {
    expect(line.parse(`  ${name} `)).toBe(name);
  });
});

describe('a text', () => {
  test('may be empty, have several lines, and signs that a keyboard joins', () => {
    expect(isText('')).toBe(true);
    expect(isText('First\r\n\tsecond')).toBe(true);
    expect(isText('👩‍⚕️ came')).toBe(true);
  });

  test.each(['\u0000', 'a\u0000b', '\ud83d', 'a\ude00', '\u200b', '\u0007'])('does not hold %j', (letter) => {
    expect(isText(letter)).toBe(false);
  });
});

test('whatever is accepted can be stored, shown and read again as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (value) => {
      for (const schema of [line, text]) {
        const parsed = schema.safeParse(value);
        if (!parsed.success) continue;
        expect(parsed.data.isWellFormed()).toBe(true);
        expect(parsed.data).not.toContain('\u0000');
        expect(schema.parse(parsed.data)).toBe(parsed.data);
      }
    }),
  );
});
