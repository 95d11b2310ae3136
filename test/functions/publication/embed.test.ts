import { expect, test } from 'vitest';
import { languages } from '../../../functions/domain/names.ts';
import { embedded } from '../../../functions/publication/embed.ts';
import { embeddable } from '../../../functions/publication/embeddable.ts';
import { pagesOf } from '../../../functions/publication/files.ts';
import { publicPage } from '../../../functions/publication/page.ts';
import { embedPath, publishedPaths, views } from '../../../functions/publication/paths.ts';
import { findPublicPage } from '../../../infra/publicPages.ts';
import { atTheEdge } from '../../../infra/local/http/edge.ts';
import { pack, publishing } from '../../support/publication/publishing.ts';

const edge = findPublicPage('UA');
const found = (path: string) => atTheEdge({ edge }, 'GET', path);

test('each figure is there in each language as number, trend and map, at an address that the edge lets through', () => {
  const paths = new Set(pagesOf(publishing).map(({ path }) => path));

  for (const language of languages)
    for (const name of embeddable(pack))
      for (const view of views) {
        const path = embedPath(language, name, view);
        expect(paths).toContain(path.slice(1));
        expect(found(path)).toBe(path);
      }
});

test.each([
  '/embed/uk/nothing',
  '/embed/xx/teleconsultations',
  '/embed/uk/teleconsultations/list',
  '/public/xx/',
  '/embed/',
])('nothing is at %s, and that is said in words', (path) => {
  const answer = found(path);
  if (typeof answer === 'string') throw new Error('It is looked for.');

  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toContain('text/html');
  expect(answer.body.toString()).toContain('За цією адресою нічого немає.');
  expect(answer.body.toString()).not.toMatch(/<script|<style/);
});

test('the edge knows the page of each language, and of the country’s own without any', () => {
  expect(found('/')).toBe('/public/uk/index.html');
  for (const path of ['/public/be/', '/public/be']) expect(found(path)).toBe('/public/be/index.html');
  expect(found('/public/releases/2024-11.1-kfmwqz/figures.csv')).toBe(
    '/public/releases/2024-11.1-kfmwqz/figures.csv',
  );
  expect(Buffer.byteLength(edge)).toBeLessThanOrEqual(10 * 1024);
});

test('an address with a dot in its figure’s name is that figure’s alone', () => {
  const { figure } = publishedPaths(pack);

  expect(figure.test('/embed/uk/facilitiesWith.aiCt')).toBe(true);
  expect(figure.test('/embed/uk/facilitiesWithxaiCt')).toBe(false);
});

test('a figure says its number, its month and who tells it, and what is not shown is a word', () => {
  const number = embedded(publishing, 'en', 'teleconsultations', 'number');

  expect(number).toMatch(/<p class="number">\s*2,000\s*<\/p>/);
  expect(number).toContain('Ministry of Health of Ukraine, to the end of November 2024');
  expect(number).toContain('href="https://example.org/public/en/"');
  expect(number).not.toMatch(/<script|\sstyle=/);
  expect(embedded(publishing, 'uk', 'workersTrained', 'number')).toContain('не показано');
  expect(embedded(publishing, 'en', 'aidReceivedUsd', 'number')).toContain('$123');
});

test('a map of people is told to the last quarter, with regions that are not shown apart from zero', () => {
  const map = embedded(publishing, 'en', 'teleconsultations', 'map');

  expect(map).toContain('To the end of September 2024');
  expect(map).toMatch(/<path class="hidden"[^>]*>\s*<title>Odesa: not shown/);
  expect(map).toMatch(/<path class="s0"[^>]*>\s*<title>Volyn: 0/);
});

test('a country that nobody has drawn tells the number where the map would be', () => {
  expect(embedded({ ...publishing, outline: undefined }, 'en', 'facilitiesLive', 'map')).toMatch(
    /class="number"/,
  );
});

test('the page gives a line to copy for each view, as text and not as a frame of its own', () => {
  const page = publicPage(publishing, 'uk');

  expect(page).toContain('&lt;iframe src=&quot;https://example.org/embed/uk/facilitiesLive/map&quot;');
  expect(page).not.toContain('<iframe');
});
