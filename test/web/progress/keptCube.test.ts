import { expect, test } from 'vitest';
import { cubeFrom } from '../../../web/src/lib/progress/keptCube.ts';

const figures = { facilitiesLive: [1, 2] };

test('a cube that a device kept of the first release is read as one of today', () => {
  expect(cubeFrom({ months: ['2024-11'], regions: ['UA-46', 'UA-51'], figures })).toEqual({
    months: ['2024-11'],
    rows: ['UA-46', 'UA-51'],
    figures,
  });
});

test('a cube of today stays as it is', () => {
  const cube = { months: ['2024-11'], rows: ['UA-46', 'UA'], figures };

  expect(cubeFrom(cube)).toEqual(cube);
});
