import { describe, expect, test } from 'vitest';
import { en } from '../../web/messages/en.ts';
import { uk } from '../../web/messages/uk.ts';
import type { Text } from '../../web/src/lib/message.ts';

type Language = Record<string, Text>;
const others: [string, Language][] = [['uk', uk]];
const all: [string, Language][] = [['en', en], ...others];

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const valuesIn = (form: string): string[] =>
  [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).sort();
const valuesOf = (text: Text): string[] => [...new Set(formsOf(text).flatMap(valuesIn))].sort();

describe.each(others)('%s', (_, language) => {
  test('has every message, and no other', () => {
    expect(Object.keys(language).sort()).toEqual(Object.keys(en).sort());
  });

  test('puts only values into a message that English has there', () => {
    const strange = Object.entries<Text>(en).flatMap(([key, text]) =>
      valuesOf(language[key] ?? '')
        .filter((name) => name !== 'n' && !valuesOf(text).includes(name))
        .map((name) => `${key}: ${name}`),
    );

    expect(strange).toEqual([]);
  });
});

describe.each(all)('%s', (locale, language) => {
  test('has every plural form its grammar has, and no other', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    const plurals = Object.entries(language).filter(([, text]) => typeof text !== 'string');
    const wrong = plurals.filter(([, text]) => Object.keys(text).sort().join() !== needed.join());

    expect(wrong).toEqual([]);
  });

  test('leaves no text empty', () => {
    const empty = Object.entries(language).filter(([, text]) => formsOf(text).some((form) => form === ''));

    expect(empty).toEqual([]);
  });
});
