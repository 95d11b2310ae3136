import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeFault } from '../../../../functions/domain/place/placeFault.ts';
import { isInside, kilometresTo, type Shape } from '../../../../functions/domain/place/shape.ts';
import { Boundaries } from '../../../../infra/country/boundaries.ts';
import { shapedRegions } from '../../../../infra/country/packFaults.ts';
import { boundariesFile } from '../../../../infra/packs.ts';

const shapes = shapedRegions(Boundaries.parse(JSON.parse(readFileSync(boundariesFile('UA') ?? '', 'utf8'))));
const lviv = { lat: 49.84, lon: 24.03 };
const odesa = { lat: 46.48, lon: 30.73 };

/** A square of ten degrees with a hole of two in its middle. */
const ring: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ],
  ],
};

test('a place in its region is right', () => {
  expect(placeFault(lviv, 'UA-46', shapes)).toBeUndefined();
  expect(placeFault({ lat: 50.45, lon: 30.52 }, 'UA-30', shapes)).toBeUndefined();
});

test('a place outside its region is told with the distance, and with the region that it is in', () => {
  const fault = placeFault(odesa, 'UA-46', shapes);

  expect(fault).toMatchObject({ kind: 'outside', in: 'UA-51' });
  expect(fault?.kind === 'outside' && Math.abs(fault.kilometres - 500)).toBeLessThan(60);
});

test('a place in no region is outside, and in none', () => {
  expect(placeFault({ lat: 52.23, lon: 21.01 }, 'UA-46', shapes)).toMatchObject({
    kind: 'outside',
    in: undefined,
  });
});

test('latitude and longitude that were exchanged are known', () => {
  expect(placeFault({ lat: lviv.lon, lon: lviv.lat }, 'UA-46', shapes)).toEqual({ kind: 'swapped' });
});

test('a place just across the line may well be in the region: boundaries are simplified', () => {
  const shape: Shape = { ...ring, coordinates: ring.coordinates.slice(0, 1) };
  const square = [{ code: 'UA-46', shape }];

  expect(placeFault({ lat: 5, lon: 10.01 }, 'UA-46', square)).toBeUndefined();
  expect(placeFault({ lat: 5, lon: 10.1 }, 'UA-46', square)).toMatchObject({ kilometres: 11 });
});

test('nothing is said of a region without boundaries', () => {
  expect(placeFault(lviv, 'UA-99', shapes)).toBeUndefined();
});

const inSquare = fc.double({ min: 0.001, max: 9.999, noNaN: true });

test('what is in the hole of a region is outside of it', () => {
  fc.assert(
    fc.property(inSquare, inSquare, (x, y) => {
      const isInHole = x > 4 && x < 6 && y > 4 && y < 6;
      fc.pre([x, y].every((each) => each !== 4 && each !== 6));
      expect(isInside([x, y], ring)).toBe(!isInHole);
    }),
  );
});

test('a degree to the north of a region is 111 kilometres', () => {
  fc.assert(
    fc.property(inSquare, (x) => {
      expect(kilometresTo(ring, [x, 11])).toBeCloseTo(111.195, 1);
    }),
  );
});
