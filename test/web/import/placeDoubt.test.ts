import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ImportRow } from '../../../functions/domain/facility/facilityImport.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { Boundaries } from '../../../infra/country/boundaries.ts';
import { shapedRegions } from '../../../infra/country/packFaults.ts';
import { boundariesFile } from '../../../infra/packs.ts';
import { placeDoubt } from '../../../web/src/lib/import/facilities/placeDoubt.ts';

const pack = packFor('UA');
const shapes = shapedRegions(Boundaries.parse(JSON.parse(readFileSync(boundariesFile('UA') ?? '', 'utf8'))));

const rowAt = (coordinates?: { lat: number; lon: number }): ImportRow => ({
  profile: {
    facilityId: 'UA-9001',
    names: { uk: 'Клініка' },
    type: 'ruralClinic',
    region: 'UA-46',
    settlement: { uk: 'Львів' },
    connectivity: 'mobile',
    power: 'grid',
    ...(coordinates && { coordinates }),
  },
});

test('a place in another region is told with the distance, and one with its coordinates exchanged as such', () => {
  expect(placeDoubt(rowAt({ lat: 46.48, lon: 30.73 }), pack, shapes)).toEqual({
    field: 'coordinates',
    value: '46.48, 30.73',
    text: expect.stringMatching(
      /^This place lies \d{3} km outside its region, in another one: Odesa\. It can be saved/,
    ),
  });
  expect(placeDoubt(rowAt({ lat: 24.03, lon: 49.84 }), pack, shapes)?.text).toMatch(
    /^Are latitude and longitude exchanged\?/,
  );
});

test('nothing is said of a place in its region, or of none, or where there are no boundaries', () => {
  expect(placeDoubt(rowAt({ lat: 49.84, lon: 24.03 }), pack, shapes)).toBeUndefined();
  expect(placeDoubt(rowAt(), pack, shapes)).toBeUndefined();
  expect(placeDoubt(rowAt({ lat: 46.48, lon: 30.73 }), pack, [])).toBeUndefined();
});
