import { expect, test } from 'vitest';
import type { PublicRelease } from '../../../functions/domain/release/publicRelease.ts';
import { monthsBetween } from '../../../functions/domain/calendar.ts';
import { languages } from '../../../functions/domain/names.ts';
import { embedded } from '../../../functions/publication/embed.ts';
import { embeddable } from '../../../functions/publication/embeddable.ts';
import { pagesOf } from '../../../functions/publication/files.ts';
import { publicPage } from '../../../functions/publication/page.ts';
import { embedPath, publishedPaths, views } from '../../../functions/publication/paths.ts';
import { findPublicPage } from '../../../infra/publicPages.ts';
import { atTheEdge } from '../../../infra/local/http/edge.ts';
import { newest, pack, publishing } from '../../support/publication/publishing.ts';

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
  '/public/releases/x/figures.csv',
  '/public/releases/2024-11.1-kfmwqzx/figures.csv',
  '/public/releases/../en/figures.csv',
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

/** The newest release with other figures. */
function telling(figures: PublicRelease['cube']['figures'], months = newest.cube.months) {
  const release: PublicRelease = { ...newest, cube: { months, rows: newest.cube.rows, figures } };
  return { ...publishing, newest: release };
}

test.each(languages)('in %s the words beside a trend of millions are not cut off', (language) => {
  const given = telling({ aidReceivedUsd: [0, 0, 1e8, 0, 0, 1e8, 0, 0, 2e8] });
  const trend = embedded(given, language, 'aidReceivedUsd', 'trend');
  const sheet = /<svg.*?<\/svg>/s.exec(trend)?.[0] ?? '';
  const beside = (kind: string) =>
    [...sheet.matchAll(new RegExp(`class="${kind}"\\s+x="(\\d+)".*?>([^<]*)</text`, 'gs'))].map(
      ([, x, text = '']) => ({ x: Number(x), text }),
    );

  expect(beside('at-left').map(({ x, text }) => x - 7 * text.length)).toSatisfy((starts: number[]) =>
    starts.every((start) => start >= 0),
  );
  const [last] = beside('last');
  expect(last?.text).toMatch(/^(\$4m|4\s(млн|тис|тыс)\s\$)$/);
  expect((last?.x ?? 0) + 10 * (last?.text.length ?? 0)).toBeLessThanOrEqual(340);
});

test('classes of money do not share a dollar, and numbers that no region has room for are left to the table', () => {
  const given = telling({ aidReceivedUsd: [5_335_940, 9_463_640, 0, 0, 0, 0, 0, 0, 0] });
  const map = embedded(given, 'en', 'aidReceivedUsd', 'map');

  expect(map).not.toMatch(/<text class="n/);
  expect(map).toContain('$53,359 to $94,635');
  expect(map).toMatch(/<\/svg>\s*\$94,636\s*<\/li>/);
});

test('a class that holds one number is that number, not a beginning', () => {
  const map = embedded(
    telling({ facilitiesLive: [1, 1, 0, 0, 0, 0, 0, 0, 0] }),
    'en',
    'facilitiesLive',
    'map',
  );

  expect(map).not.toContain('and more');
});

test('what belongs to no region has no map, but its number', () => {
  const national = telling({ solutionsOperating: [0, 0, 6, 0, 0, 0, 0, 0, 0] });

  expect(embedded(national, 'en', 'solutionsOperating', 'map')).toMatch(/<p class="number">\s*6\s*</);
  expect(publicPage(national, 'en')).not.toContain('/embed/en/solutionsOperating/map');
  expect(publicPage(national, 'en')).toContain('/embed/en/solutionsOperating/trend');
});

test('where a line is broken, the trend says why', () => {
  expect(embedded(publishing, 'en', 'workersTrained', 'trend')).toContain('Where the line is broken');
  expect(embedded(publishing, 'en', 'facilitiesLive', 'trend')).not.toContain('Where the line is broken');
});

test('in a narrow picture of ten years their numbers stand apart', () => {
  const months = monthsBetween('2014-02', '2024-11');
  const zeros = months.flatMap(() => [1, 0, 0]);
  const trend = embedded(telling({ facilitiesLive: zeros }, months), 'be', 'facilitiesLive', 'trend');
  const years = [...trend.matchAll(/x="(\d+)" y="\d+">(20\d\d)</g)].map(([, x]) => Number(x));

  expect(years.length).toBeGreaterThanOrEqual(3);
  for (const [index, x] of years.slice(1).entries())
    expect(x - (years[index] ?? 0)).toBeGreaterThanOrEqual(36);
});

test('no line of the grid lies above the line of the figure', () => {
  const trend = embedded(
    telling({ workersTrained: [0, 0, 900, 0, 0, 0, 0, 0, 359] }),
    'en',
    'workersTrained',
    'trend',
  );

  expect(trend).toContain('>1,000<');
  expect(trend).not.toContain('>1,500<');
});

test('milestones of the same weeks stand one below the other', () => {
  const on = ['2024-09', '2024-09-20', '2024-10', '2024'];
  const milestones = on.map((each, index) => ({
    milestoneId: `m${index}`,
    names: { uk: 'Віха' },
    on: each,
    version: 1,
  }));
  const page = publicPage({ ...publishing, newest: { ...newest, milestones } }, 'en');
  const narrow = /<svg class="trend at-narrow".*?<\/svg>/s.exec(page)?.[0] ?? '';
  const places = [...narrow.matchAll(/class="number" cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);

  expect(places).toHaveLength(4);
  for (const [index, [x = 0, y = 0]] of places.entries())
    for (const [a = 0, b = 0] of places.slice(0, index)) expect(Math.hypot(x - a, y - b)).toBeGreaterThan(18);
});
