import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { equipmentFigures } from '../../functions/domain/equipment/equipmentFigures.ts';
import { inlineScripts as known } from '../../infra/inlineScripts.ts';
import {
  codeOf,
  filesIn,
  filesOf,
  firstVisit,
  inlineScripts,
  languages,
  page,
  release,
  weightOf,
} from './support/firstVisit.ts';

test.each([
  ["the month's form", '/my-facility/2024-11', 50, 2],
  ["the facility's own page, which brings the form along,", '/my-facility', 55, 3],
  ['the overview, charts included,', '/overview', 110, 3],
])('a first visit of %s fetches little JavaScript in few files', (_, path, kilobytes, files) => {
  expect(firstVisit(path)).toBeLessThanOrEqual(kilobytes);
  for (const language of languages) expect(filesOf(path, language)).toHaveLength(files);
});

test('a map is no part of it, and little by itself', () => {
  for (const name of filesOf('/overview', 'en'))
    expect(name).not.toMatch(/^(parts|zooming|FacilityMap|_virtual_boundaries)\./);

  const whole = weightOf('parts.', 'zooming.', 'FacilityMap.');
  expect(whole).toBeGreaterThan(20);
  expect(whole).toBeLessThanOrEqual(36);
  // What draws the regions comes first, and alone.
  expect(weightOf('parts.')).toBeLessThanOrEqual(20);
  expect(weightOf('_virtual_boundaries.')).toBeLessThanOrEqual(25);
});

test('what a page starts with carries no schemas', () => {
  for (const path of ['/my-facility/2024-11', '/my-facility', '/overview'])
    for (const name of filesOf(path, 'en')) expect(codeOf('en', name), name).not.toContain('ZodMini');
});

test('the page is small and asks for no file by itself but icons and the manifest', () => {
  const asked = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);

  expect(asked).toEqual(['/icon.svg', '/icon-192.png', '/manifest.webmanifest']);
  expect(readFileSync(new URL('../../web/build/index.html.br', import.meta.url)).length).toBeLessThan(
    11 * 1024,
  );
});

test("the digest of the page's one inline script is known to the headers, before and after a release", () => {
  const [script = '', ...others] = inlineScripts;
  const digest = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

  expect(others).toEqual([]);
  expect(known[0]).toBe(digest);
  expect(script).not.toContain(release.version);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
});

test('a file has the texts of one language only, names of figures included', () => {
  const unitsInUse = equipmentFigures.find(({ name }) => name === 'unitsInUse')?.names;
  const others = (language: string): string[] =>
    languages.filter((other) => other !== language).map((other) => release.products[other]);
  for (const language of languages) {
    const code = filesIn(language)
      .map((name) => codeOf(language, name))
      .join('');

    expect(code).toContain(JSON.stringify(release.products[language]));
    for (const product of others(language)) expect(code).not.toContain(JSON.stringify(product));
    for (const [told, name] of Object.entries(unitsInUse ?? {}))
      expect(code.includes(JSON.stringify(name)), `${told} in ${language}`).toBe(told === language);
    expect(code).not.toContain('§');
  }
});

test('every language has the same files', () => {
  const [first, ...others] = languages.map(filesIn);

  for (const other of others) expect(other).toEqual(first);
});
