import { describe, expect, test } from 'vitest';
import { NewProperNames, ProperNames, nameIn, sortable } from '../../../functions/domain/names.ts';

describe('a name is told', () => {
  const names = { en: 'Busk', uk: 'Буськ' };

  test("in the reader's language", () => {
    expect(nameIn(names, 'en', 'uk')).toBe('Busk');
  });

  test("or else in the country's own", () => {
    expect(nameIn(names, 'ru', 'uk')).toBe('Буськ');
  });

  test('or else in any in which it is known', () => {
    expect(nameIn({ en: 'Busk' }, 'be', 'uk')).toBe('Busk');
    expect(nameIn({ ru: 'Ляховичи' }, 'uk')).toBe('Ляховичи');
  });
});

test('a name is known in one language at least, whichever it is', () => {
  expect(ProperNames.parse({ en: 'Kept by the first releases' })).toEqual({
    en: 'Kept by the first releases',
  });
  expect(NewProperNames.parse({ be: 'Ляхавічы' })).toEqual({ be: 'Ляхавічы' });
  expect(NewProperNames.safeParse({}).success).toBe(false);
});

describe('names sort by the alphabet where a database compares bytes', () => {
  const bytewise = (names: string[]) =>
    names.toSorted((a, b) => Buffer.compare(Buffer.from(sortable(a)), Buffer.from(sortable(b))));

  test.each([
    ['uk', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
    ['be', 'абвгдеёжзійклмнопрстуўфхцчшыьэюя'],
    ['ru', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  ])('of %s', (_, alphabet) => {
    expect(bytewise([...alphabet].reverse()).join('')).toBe(alphabet);
  });

  test('whatever their capitals and apostrophes', () => {
    const names = ['Їжакове', 'ірпінь', 'Івано-Франківськ', 'Кам’янка', 'Камінь', 'Вінниця', 'Яворів'];

    expect(bytewise(names)).toEqual([
      'Вінниця',
      'Івано-Франківськ',
      'ірпінь',
      'Їжакове',
      'Камінь',
      'Кам’янка',
      'Яворів',
    ]);
  });
});
