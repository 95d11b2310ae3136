import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../../functions/domain/names.ts';
import type { PublicRelease } from '../../../functions/domain/release/publicRelease.ts';
import { lastQuarter } from '../../../functions/publication/figures.ts';
import { html } from '../../../functions/publication/markup.ts';
import { publicPage } from '../../../functions/publication/page.ts';
import { packFor } from '../../../functions/packs/index.ts';

const pack = packFor('UA');
const rows = ['UA-46', 'UA-51', 'UA'];
const months = ['2024-09', '2024-10', '2024-11'];

/** Lviv's consultations are told for the third quarter, Odesa's never; in November the country's trained are not told. */
const newest: PublicRelease = {
  release: {
    releaseId: '2024-11.1-kfmwqz',
    month: '2024-11',
    version: 1,
    madeOn: '2024-12-03',
    open: { ofMonth: 139, expected: 328, before: 0 },
  },
  licence: 'CC-BY-4.0',
  cube: {
    months,
    rows,
    figures: {
      facilitiesLive: [20, 1, 0, 5, 0, 0, 2, 0, 0],
      teleconsultations: [526, 0, 74, 0, 0, 1000, 0, 0, 400],
      workersTrained: [0, 0, 30, 0, 0, 0, 0, 0, 0],
    },
    notShown: { teleconsultations: [1, 1, 3, 2, 6, 2], workersTrained: [0, 2, 3, 6] },
  },
  milestones: [{ milestoneId: 'law', names: { uk: '<b>Закон</b>' }, on: '2023-08', version: 1 }],
};
const publishing = { pack, newest, releases: [newest.release], isSample: true };

/** The row of a region in the page's table of regions. */
const rowOf = (page: string, name: string) =>
  new RegExp(`<tr><th scope="row">${name}</th>(.*?)</tr>`, 's').exec(page.replaceAll(/\s*\n\s*/g, ''))?.[1];

test('what is not shown is a word and no zero, and a zero is no word', () => {
  const page = publicPage(publishing, 'en');

  expect(rowOf(page, 'Lviv')).toContain('>27<');
  expect(rowOf(page, 'Lviv')).toContain('>526<');
  expect(rowOf(page, 'Odesa')).toContain('not shown');
  expect(page).toMatch(/Health workers trained<\/dt>\s*<dd class="hidden">not shown/);
  expect(page).toContain('2,000');
  expect(page).toContain('139 of 328 reports for November 2024');
});

test.each(languages)('in %s it says everything in that language, and runs no script', (language) => {
  const page = publicPage(publishing, language);

  expect(page).toContain(`<html lang="${language}">`);
  expect(page).not.toMatch(/<script|\son\w+=|undefined|NaN/);
  expect(page).toContain('&lt;b&gt;Закон&lt;/b&gt;');
  if (language !== 'en') expect(page).not.toMatch(/not shown|Facilities|November/);
});

test('before the first release it says so, and states no figure', () => {
  const page = publicPage({ ...publishing, newest: undefined, releases: [] }, 'en');

  expect(page).toContain('No figures have been released yet.');
  expect(page).not.toContain('<dl');
});

test('regions are told to the last quarter that is over', () => {
  expect(['2024-11', '2024-12', '2025-01', '2025-03'].map(lastQuarter)).toEqual([
    '2024-09',
    '2024-12',
    '2024-12',
    '2025-03',
  ]);
});

test('no text that is put in becomes markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { text: written } = html`<p title="${text}">${text}</p>`;
      expect(written.match(/[<>"]/g)?.join('')).toBe('<""><>');
    }),
  );
});
