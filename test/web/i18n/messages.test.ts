import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { be } from '../../../web/messages/be.ts';
import { en } from '../../../web/messages/en.ts';
import { ru } from '../../../web/messages/ru.ts';
import { uk } from '../../../web/messages/uk.ts';
import type { Text } from '../../../web/src/lib/i18n/message.ts';

type Messages = Record<string, Text>;
const others: [string, Messages][] = [
  ['uk', uk],
  ['be', be],
  ['ru', ru],
];
const all: [string, Messages][] = [['en', en], ...others];

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const valuesIn = (form: string): string[] =>
  [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).sort();
const valuesOf = (text: Text): string[] => [...new Set(formsOf(text).flatMap(valuesIn))].sort();

test('every message is shown somewhere', () => {
  const sources = globSync('web/src/**/*.{ts,svelte}', { cwd: join(import.meta.dirname, '../../..') });
  const shown = sources
    .map((file) => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key));

  expect(Object.keys(en).filter((key) => !shown.includes(key))).toEqual([]);
});

describe.each(others)('%s', (_, messages) => {
  test('has every message, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
  });

  test('says every value that English says, in each form of the message, and no other', () => {
    const strange = Object.entries<Text>(en).flatMap(([key, text]) => {
      const wanted = valuesOf(text).filter((name) => name !== 'n');
      return formsOf(messages[key] ?? '')
        .filter(
          (form) =>
            valuesIn(form)
              .filter((name) => name !== 'n')
              .join() !== wanted.join(),
        )
        .map((form) => `${key}: ${form}`);
    });

    expect(strange).toEqual([]);
  });

  test('counts where English counts', () => {
    const counted = Object.entries<Text>(en).filter(
      ([, text]) => typeof text !== 'string' || /\{n\}/.test(text),
    );
    const silent = counted.filter(
      ([key]) => !formsOf(messages[key] ?? '').every((form) => form.includes('{n}')),
    );

    expect(silent).toEqual([]);
  });
});

/** Letters of the neighbours' alphabets, and Latin ones within a word: they come in with a copied line. */
const foreign: Record<string, RegExp> = {
  en: /[а-яёєіїґў]/i,
  uk: /[ёыэъў]/i,
  be: /[ищъїєґ]/i,
  ru: /[іїєґў’]/i,
};

describe.each(all)('%s', (language, messages) => {
  test('has every plural form its grammar has, and no other', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const plurals = Object.entries(messages).filter(([, text]) => typeof text !== 'string');
    const wrong = plurals.filter(([, text]) => Object.keys(text).sort().join() !== needed.join());

    expect(wrong).toEqual([]);
  });

  test('leaves no text empty', () => {
    const empty = Object.entries(messages).filter(([, text]) => formsOf(text).some((form) => form === ''));

    expect(empty).toEqual([]);
  });

  test('is written in its own letters', () => {
    const texts = Object.values(messages)
      .flatMap(formsOf)
      .map((form) => form.replace(/\{\w+\}/g, ' '));
    const mixed = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u;

    expect(texts.filter((text) => foreign[language]?.test(text) || mixed.test(text))).toEqual([]);
  });
});
