import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastQuarter } from '../../../functions/domain/calendar.ts';
import { languages } from '../../../functions/domain/names.ts';
import { outlineOf } from '../../../functions/packs/outline.ts';
import { filesOf, pagesOf } from '../../../functions/publication/files.ts';
import { html } from '../../../functions/publication/markup.ts';
import { publicPage } from '../../../functions/publication/page.ts';
import { pageStyle } from '../../../functions/publication/style.ts';
import { newest, pack, publishing } from '../../support/publication/publishing.ts';

/** The row of a region in the page's table of regions. */
const rowOf = (page: string, name: string) =>
  new RegExp(`<tr>\\s*<th scope="row">${name}</th>(.*?)</tr>`, 's').exec(page)?.[1]?.replaceAll(/\s+/g, '');

test('what is not shown is a word and no zero, and a zero is no word', () => {
  const page = publicPage(publishing, 'en');

  expect(rowOf(page, 'Lviv')).toContain('>27<');
  expect(rowOf(page, 'Lviv')).toContain('>526<');
  expect(rowOf(page, 'Odesa')).toContain('notshown');
  expect(rowOf(page, 'Volyn')).toContain('>0<');
  expect(rowOf(page, 'Crimea')).toContain('>outofreach<');
  expect(page).toMatch(/Health workers trained<\/dt>\s*<dd class="number hidden">not shown/);
  expect(page).toContain('Together they have given 2,000 teleconsultations.');
  expect(page).toContain('139 of 328 reports for November 2024');
});

const ministries = {
  en: 'Ministry of Health of Ukraine',
  uk: 'Міністерство охорони здоров’я України',
  be: 'Міністэрства аховы здароўя Украіны',
  ru: 'Министерство здравоохранения Украины',
};

test.each(languages)('in %s it says everything in that language, and runs no script', (language) => {
  const page = publicPage(publishing, language);

  expect(page).toContain(`<html lang="${language}">`);
  expect(page).not.toMatch(/<script|\son\w+=|\sstyle=|undefined|NaN/);
  expect(page).toContain('&lt;b&gt;Закон&lt;/b&gt;');
  expect(page).toContain(ministries[language]);
  if (language !== 'en')
    expect(page.replaceAll(/<[^>]*>/g, '')).not.toMatch(/not shown|Facilities|November|\bto\b/);
});

test('it says what it is to search engines and messengers, and where it is in each language', () => {
  const page = publicPage(publishing, 'uk');

  expect(page).toContain('<link rel="canonical" href="https://example.org/public/uk/" />');
  for (const language of languages)
    expect(page).toContain(`hreflang="${language}" href="https://example.org/public/${language}/"`);
  expect(page).toContain('hreflang="x-default" href="https://example.org/"');
  expect(page).toContain('property="og:url" content="https://example.org/public/uk/"');
  expect(page).toMatch(/<meta name="description" content="Україна: телемедицина в цифрах.{40,}" \/>/);
});

test('its style is to the letter the one whose digest is allowed', () => {
  expect(publicPage(publishing, 'uk')).toContain(`<style>${pageStyle}</style>`);
});

test('each region is on the map, in the class of its figure or as what it has none for', () => {
  const page = publicPage(publishing, 'en');
  const areas = [...page.matchAll(/<path class="(\w+)" d="[^"]+"\s*>\s*<title>(.*?): (.*?)<\/title>/gs)];

  expect(areas).toHaveLength(outlineOf('UA')?.regions.length ?? 0);
  expect(areas.map(([, kind, name, said]) => [name, kind, said])).toEqual(
    expect.arrayContaining([
      ['Lviv', 's5', '27'],
      ['Odesa', 's4', '1'],
      ['Volyn', 's0', '0'],
      ['Crimea', 'beyond', 'out of reach'],
    ]),
  );
});

test('a country that nobody has drawn has a page without a map', () => {
  const page = publicPage({ ...publishing, outline: undefined }, 'en');

  expect(page).not.toContain('class="map"');
  expect(rowOf(page, 'Lviv')).toContain('>27<');
});

test('a later version of a month takes the place of the one before, which stays among the data', () => {
  const { release } = newest;
  const corrected = { ...release, version: 2, releaseId: '2024-11.2-abcdef' };
  const page = publicPage(
    { ...publishing, newest: { ...newest, release: corrected }, releases: [corrected, release] },
    'en',
  );

  expect(page).toContain('release 2024-11.2-abcdef');
  expect(page).toMatch(/2024-11\.2-abcdef, newest/);
  expect(page).toMatch(/2024-11\.1-kfmwqz, replaced by a later version/);
  for (const { releaseId } of [corrected, release])
    expect(page).toContain(`href="/public/releases/${releaseId}/figures.csv"`);
});

test('before the first release it says so, and states no figure', () => {
  for (const language of languages) {
    const page = publicPage({ ...publishing, newest: undefined, releases: [] }, language);
    expect(page).not.toContain('<dl');
    expect(page).toContain('href="/start"');
  }
  expect(publicPage({ ...publishing, newest: undefined, releases: [] }, 'en')).toContain(
    'No figures have been released yet.',
  );
});

test('regions are told to the last quarter that is over', () => {
  expect(['2024-11', '2024-12', '2025-01', '2025-03'].map(lastQuarter)).toEqual([
    '2024-09',
    '2024-12',
    '2024-12',
    '2025-03',
  ]);
});

test('a release of a country in which nothing has begun is told all the same', () => {
  const cube = { months: [], rows: ['UA-46'], figures: {} };
  const files = pagesOf({ ...publishing, newest: { ...newest, cube, milestones: [] } });

  for (const { text, path } of files) expect(text, path).not.toMatch(/undefined|NaN|Invalid/);
  expect(filesOf({ ...newest, cube }, pack, 'https://example.org')[1]?.text).toMatch(
    /^month,period,[a-z_,]+\r\n$/,
  );
});

test('one of anything is said as one', () => {
  const cube = { ...newest.cube, figures: { facilitiesLive: [1, 0, 0, 0, 0, 0, 0, 0, 0] }, notShown: {} };
  const page = (language: 'en' | 'uk') =>
    publicPage({ ...publishing, newest: { ...newest, cube } }, language);

  expect(page('en')).toContain('1 health facility works with telemedicine.');
  expect(page('uk')).toContain('працює у 1 закладі');
  expect(pack.languages[0]).toBe('uk');
});

test('no text that is put in becomes markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { text: written } = html`<p title="${text}">${text}</p>`;
      expect(written.match(/[<>"]/g)?.join('')).toBe('<""><>');
    }),
  );
});
