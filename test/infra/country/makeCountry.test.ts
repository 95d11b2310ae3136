import { expect, test } from 'vitest';
import { CountryPack } from '../../../functions/domain/countryPack.ts';
import { packFaults } from '../../../infra/country/packFaults.ts';
import { outlineOf } from '../../../infra/country/outline.ts';
import { boundariesOf } from '../../../infra/country/topology.ts';
import { isoRegions } from '../../../infra/country/differences.ts';
import { finished, inOwnFile, inSource, madeOf, sentencesOf, square } from './support.ts';

test('Kenya stops: the source has the eight provinces of before 2013, and none of the 47 counties', () => {
  const sentences = sentencesOf(madeOf('KE'));

  expect(sentences).toHaveLength(8 + 47);
  expect(sentences).toContain(
    '“Rift Valley” (KE-700) is not in ISO 3166-2: it may have been abolished, or its code may be an old one or an invention of the source.',
  );
  expect(sentences).toContain(
    '“Nairobi City” (KE-30) is in ISO 3166-2, but the boundaries do not have it: it may be newer than they are.',
  );
});

test('Kenya is made of a file of its own', () => {
  const features = isoRegions('KE').map(({ code }, index) =>
    square(code, 34 + (index % 8), -4 + Math.floor(index / 8)),
  );
  const own = inOwnFile('KE', { type: 'FeatureCollection', features });

  const { pack, boundaries } = finished(madeOf('KE', own));

  expect(pack.regions).toHaveLength(47);
  expect(boundaries.objects.regions.geometries).toHaveLength(47);
  expect(pack.timeZone).toBe('Africa/Nairobi');
  expect(pack.names).toEqual({ en: 'Kenya', uk: 'Кенія', be: 'Кенія', ru: 'Кения' });
});

test('Kenya stops where neighbours meet in one corner of their border and miss each other in the next', () => {
  const corners = Array.from({ length: 8000 }, (_, index) => index);
  const south = (index: number) => 1 - index / 4000;
  const western = corners.map((index) => [35, south(index)]);
  const eastern = corners.map((index) => [35 + (index % 2) / 10_000, south(index)]);
  const region = (code: string, longitude: number, border: number[][]) => {
    const [[, north] = [], last] = [border[0], border.at(-1)];
    const ring = [...border, [longitude, last?.[1]], [longitude, north], border[0]];
    return { ...square(code, 0, 0), geometry: { type: 'Polygon', coordinates: [ring] } };
  };
  const [first, second, ...others] = isoRegions('KE').map(({ code }) => code);
  const features = [
    region(first ?? '', 34, western),
    region(second ?? '', 36, eastern),
    ...others.map((code, index) => square(code, 38 + (index % 8), -4 + Math.floor(index / 8))),
  ];

  expect(() => madeOf('KE', inOwnFile('KE', { type: 'FeatureCollection', features }))).toThrow(
    /Neighbours do not have the same border/,
  );
});

test('Rwanda is made at once: its five provinces are those of ISO 3166-2', () => {
  const { pack, notes } = finished(madeOf('RW'));

  expect(pack.regions.map(({ code }) => code)).toEqual(['RW-01', 'RW-02', 'RW-03', 'RW-04', 'RW-05']);
  expect(notes).toEqual([]);
});

test('Madagascar stops: its six provinces are there many times, once for each region in them', () => {
  const sentences = sentencesOf(madeOf('MG'));

  expect(sentences).toHaveLength(6);
  expect(sentences).toContainEqual(
    expect.stringMatching(/^MG-D is there more than once: as “.+” and “.+”\.$/),
  );
});

test('Poland stops: its codes were letters once, and are numbers today', () => {
  const sentences = sentencesOf(madeOf('PL'));

  expect(sentences).toHaveLength(2 * 16);
  expect(sentences).toContainEqual(expect.stringContaining('(PL-DS) is not in ISO 3166-2'));
  expect(sentences).toContainEqual(
    expect.stringContaining('(PL-02) is in ISO 3166-2, but the boundaries do not'),
  );
});

test('Kiribati stops: its islands have no codes, and a group of them is missing', () => {
  const sentences = sentencesOf(madeOf('KI'));

  expect(sentences.filter((each) => each.includes('has no code of ISO 3166-2'))).toHaveLength(2);
  expect(sentences).toContainEqual(expect.stringContaining('“Phoenix Islands” (KI-P) is in ISO 3166-2'));
});

test('Ukraine keeps Crimea and Sevastopol, and what the source says of them elsewhere is told', () => {
  const { boundaries, notes, pack } = finished(madeOf('UA'));
  const codes = boundaries.objects.regions.geometries.map(({ id }) => id);

  expect(codes).toHaveLength(27);
  expect(codes).toEqual(expect.arrayContaining(['UA-40', 'UA-43']));
  expect(notes).toEqual([
    'The source counts “Autonomous Republic of Crimea” (UA-43) to RU; ISO 3166-2 counts it to UA, and so does the pack.',
    'The source counts “Sevastopol” (UA-40) to RU; ISO 3166-2 counts it to UA, and so does the pack.',
  ]);
  // The source calls the city and the region around it alike.
  expect(pack.undecided.regions).toContain('UA-30, UA-32 have the same Ukrainian name, “Київ”.');
});

test('a region that a person accepts without boundaries is in the pack and on no map', () => {
  const divisions = inSource('RW').filter(({ code }) => code !== 'RW-05');

  expect(sentencesOf(madeOf('RW', divisions))).toHaveLength(1);
  const { pack, boundaries, notes } = finished(madeOf('RW', divisions, ['RW-05']));

  expect(pack.regions).toHaveLength(5);
  expect(boundaries.objects.regions.geometries).toHaveLength(4);
  expect(notes).toEqual(['“Southern” (RW-05) has no boundaries: maps leave it out.']);
  const { undecided: _, ...decided } = { ...pack, currency: 'RWF' };
  expect(packFaults(decided, boundaries)).toEqual([]);
});

test('the number of a small region at the edge of the picture stays in it', () => {
  const features = [
    square('RW-01', 28, -9, 8),
    square('RW-02', 35.9, -1.1, 0.2),
    square('RW-03', 30, -1, 0.2),
  ];
  const shapes = inOwnFile('RW', { type: 'FeatureCollection', features });
  const boundaries = boundariesOf(shapes.map(({ code = '', shape }) => ({ code, shape })));
  const places = Object.values(outlineOf(boundaries, 'a country').labels);

  for (const [x = 0, y = 0] of places) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(600);
    expect(y).toBeGreaterThan(10);
    expect(y).toBeLessThan(400);
  }
});

test('a name that is missing is the Russian one in Belarusian, and else the English one, and that is said', () => {
  const features = isoRegions('RW').map(({ code }, index) => square(code, 29 + index, -2));
  const [first, ...others] = features;
  const known = { ...first, properties: { name_en: 'Kigali', name_ru: 'Кигали' } };

  const { pack } = finished(
    madeOf('RW', inOwnFile('RW', { type: 'FeatureCollection', features: [known, ...others] })),
  );

  expect(pack.regions[0]?.names).toEqual({ en: 'Kigali', uk: 'Kigali', be: 'Кигали', ru: 'Кигали' });
  expect(pack.undecided.regions).toContain('There is no Ukrainian name for RW-01, RW-02');
});

test('what is made is a pack but for what a person must decide, and the build says what that is', () => {
  const { pack, boundaries } = finished(madeOf('RW'));
  const { undecided, ...rest } = pack;

  expect(packFaults(pack, boundaries)).toHaveLength(Object.keys(undecided).length);
  expect(packFaults(pack, boundaries)).toContainEqual(expect.stringMatching(/^“currency” is not decided: /));
  expect(CountryPack.safeParse(rest).success).toBe(true);
  expect(packFaults({ ...rest, currency: 'RWF' }, boundaries)).toEqual([]);
});

test('neighbours share their lines', () => {
  const { boundaries } = finished(madeOf('RW'));
  const used = boundaries.objects.regions.geometries.flatMap(({ arcs }) => arcs.flat(2));
  const lines = used.map((arc) => (arc < 0 ? ~arc : arc));

  expect(lines.length).toBeGreaterThan(new Set(lines).size);
});
