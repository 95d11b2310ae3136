import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packFor } from '../../../functions/packs/index.ts';
import { boundariesFile } from '../../../infra/packs.ts';
import { packFaults } from '../../../infra/country/packFaults.ts';
import { boundariesOf } from '../../../infra/country/topology.ts';
import { inOwnFile, square } from './support.ts';

const ukraine = packFor('UA');
const [vinnytsia, volyn] = ukraine.regions;
const small = { ...ukraine, population: undefined, regions: ukraine.regions.slice(0, 2) };

/** Boundaries of squares, by the code of each and its western edge. */
const drawn = (...squares: [string, number][]) => drawnAt(49, ...squares);
const drawnAt = (south: number, ...squares: [string, number][]) => {
  const features = squares.map(([code, west]) => square(code, west, south));
  const divisions = inOwnFile('UA', { type: 'FeatureCollection', features });
  return boundariesOf(divisions.map(({ code = '', shape }) => ({ code, shape })));
};

test('the packs that ship have no faults', () => {
  for (const country of ['UA', 'BY'])
    expect(
      packFaults(packFor(country), JSON.parse(readFileSync(boundariesFile(country) ?? '', 'utf8'))),
    ).toEqual([]);
});

test('a region that is there twice is named with both its names', () => {
  const regions = [vinnytsia, { ...volyn, code: 'UA-05' }];

  expect(packFaults({ ...small, regions })).toEqual([
    'The region UA-05 is there more than once: as “Vinnytsia” and “Volyn”.',
  ]);
});

test('a region without boundaries and boundaries without a region are named', () => {
  expect(packFaults(small, drawn(['UA-05', 28], ['UA-09', 38]))).toEqual([
    'The boundaries do not have “Volyn” (UA-07), which is a region of the pack.',
    'The boundaries have UA-09, which is no region of the pack.',
  ]);
});

test('boundaries that are there twice, and those whose longitude and latitude changed places, are named', () => {
  const boundaries = drawn(['UA-05', 28], ['UA-07', 29]);
  const { geometries } = boundaries.objects.regions;
  const doubled = {
    ...boundaries,
    objects: {
      regions: { ...boundaries.objects.regions, geometries: [...geometries, ...geometries.slice(0, 1)] },
    },
  };

  expect(packFaults(small, doubled)).toEqual(['The boundaries have UA-05 more than once: make them again.']);
  expect(packFaults(small, drawnAt(100, ['UA-05', 28], ['UA-07', 29]))).toEqual([
    'The boundaries of UA-05, UA-07 reach beyond a pole: longitude and latitude have changed places. GeoJSON has the longitude first.',
  ]);
});

test('regions that overlap are named, and those that only touch are not', () => {
  expect(packFaults(small, drawn(['UA-05', 28], ['UA-07', 28.5]))).toEqual([
    'The boundaries of “Vinnytsia” (UA-05) and “Volyn” (UA-07) overlap: a place would be in both.',
  ]);
  expect(packFaults(small, drawn(['UA-05', 28], ['UA-07', 29]))).toEqual([]);
});

test.each([
  [{ currency: 'UAX' }, '“UAX” is no currency; they are written like KES.'],
  [{ timeZone: 'Kyiv' }, '“Kyiv” is no time zone; they are written like Africa/Nairobi.'],
  [{ dueDay: 31 }, '“dueDay” is missing, or is not what a pack has there.'],
  [
    { regions: [{ code: 'UA-05', names: { en: 'Vinnytsia' } }] },
    '“regions”, no. 1, “names”, “uk” is missing, or is not what a pack has there.',
  ],
  [
    { regions: [{ ...vinnytsia, outOfReachSince: '2014' }] },
    '“regions”, no. 1, “outOfReachSince” is missing, or is not what a pack has there.',
  ],
  [{ capital: 'Kyiv' }, 'The pack has “capital” in it, which no pack has.'],
])('%o is refused with a sentence', (difference, sentence) => {
  expect(packFaults({ ...small, ...difference })).toContain(sentence);
});

test('an indicator that is called like a figure that every country has is named', () => {
  const indicators = ukraine.indicators.map((one, index) => (index === 0 ? { ...one, key: 'vs' } : one));

  expect(packFaults({ ...small, indicators })).toEqual([
    'The indicator “consultationsDoctorToDoctor” (key “vs”) is called like a figure that every country has: give it another.',
  ]);
});

test('boundaries of another kind are refused', () => {
  expect(packFaults(small, { type: 'FeatureCollection' })).toEqual([
    'The boundaries are no TopoJSON with a collection “regions”: make them again.',
  ]);
});
