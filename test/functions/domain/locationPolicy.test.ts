import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locationPolicies } from '../../../functions/domain/countryPack.ts';
import { register } from '../../../functions/domain/facility/facility.ts';
import { isLooser, placeSeenBy, policyOf, type Reader } from '../../../functions/domain/locationPolicy.ts';
import { registerWarehouse } from '../../../functions/domain/warehouse.ts';
import { liveFacility, testPack } from '../../support/builders.ts';

/** A place of which everything is known, each fact in a word that nothing else has. */
const clinic = {
  placeId: 'UA-7777',
  ...liveFacility({ facilityId: 'UA-7777', region: 'UA-46' }),
  names: { uk: 'marked-name' },
  settlement: { uk: 'marked-settlement' },
  coordinates: { lat: 49.123456, lon: 24.123456 },
  population: 771177,
  populationOn: '2021-07-17',
  populationSource: 'marked-source',
  externalCodes: [{ system: 'register', code: 'marked-code' }],
  links: [{ kind: 'sharesRecords' as const, facilityId: 'UA-8888' }],
  keeper: 'marked-keeper',
  serialNumbers: ['marked-serial'],
};

const marks: Record<string, string[]> = {
  region: ['UA-46'],
  settlement: ['marked-settlement'],
  which: ['UA-7777', 'marked-name', '49.123456', '24.123456', '771177', '2021-07-17', 'marked-code'],
  never: ['marked-source', 'marked-keeper', 'UA-8888', 'marked-serial', 'mobile', 'live', '2024-01-15'],
};
const toldUnder = {
  exact: ['region', 'settlement', 'which'],
  settlement: ['region', 'settlement'],
  region: ['region'],
  hidden: [],
} as const;

const policy = fc.constantFrom(...locationPolicies);
const outsider: fc.Arbitrary<Reader> = fc.constantFrom({ role: 'donor' }, { role: 'public' });

describe('whoever is outside sees of a place', () => {
  test('what the stricter of the two policies tells, and no word of anything else', () => {
    fc.assert(
      fc.property(policy, fc.option(policy, { nil: undefined }), outsider, (ofCountry, own, reader) => {
        const place = { ...clinic, ...(own && { locationPolicy: own }) };
        const strict = own && isLooser(ofCountry, own) ? own : ofCountry;

        const text = JSON.stringify(placeSeenBy(reader, place, { locationPolicy: ofCountry }));

        expect(policyOf(place, { locationPolicy: ofCountry })).toBe(strict);
        for (const [group, words] of Object.entries(marks))
          for (const word of words)
            expect(text.includes(word), `${word} under ${strict}`).toBe(
              toldUnder[strict].some((told) => told === group),
            );
      }),
    );
  });

  test('nothing of a fact that this function has not heard of', () => {
    for (const ofCountry of locationPolicies)
      expect(
        JSON.stringify(
          placeSeenBy({ role: 'public' }, { ...clinic, gate: 'marked-gate' }, { locationPolicy: ofCountry }),
        ),
      ).not.toContain('marked-gate');
  });
});

test.each(['manager', 'admin', 'head'] as const)('a %s sees all that there is', (role) => {
  const place = { ...clinic, locationPolicy: 'hidden' as const };

  expect(placeSeenBy({ role }, place, { locationPolicy: 'hidden' })).toEqual(place);
});

describe('a place’s own policy', () => {
  const today = '2024-12-03';
  const { stages: _, version: __, ...profile } = liveFacility();
  const on = { pack: testPack, today, facilities: [], takenCodes: [] };
  const facility = (locationPolicy: (typeof locationPolicies)[number]) =>
    register({ ...profile, locationPolicy }, { ...on, date: '2024-01-01', by: 'test' });
  const warehouse = (locationPolicy: (typeof locationPolicies)[number]) =>
    registerWarehouse(
      {
        warehouseId: 'UA-W01',
        names: { en: 'Store' },
        settlement: { en: 'Lviv' },
        region: 'UA-46',
        keeper: 'Red Cross',
        locationPolicy,
      },
      on,
    );

  test('may be the country’s, or stricter', () => {
    for (const locationPolicy of ['settlement', 'region', 'hidden'] as const) {
      expect(facility(locationPolicy)).toMatchObject({ locationPolicy });
      expect(warehouse(locationPolicy)).toMatchObject({ locationPolicy });
    }
  });

  test.each([facility, warehouse])('is never looser', (made) => {
    expect(() => made('exact')).toThrow(
      expect.objectContaining({ code: 'invalid', details: { field: 'locationPolicy' } }),
    );
  });
});
