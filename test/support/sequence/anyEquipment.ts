import fc from 'fast-check';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { eventKinds } from '../../../functions/domain/equipment/consignment.ts';
import { testPack } from '../builders.ts';
import { circumstances } from './asking.ts';

export const facilityIds = ['UA-0001', 'UA-0002'];
/** Units of the first may come to be sent anywhere; those of the other wait until places are ready. */
export const donationIds = ['aid', 'strict'] as const;

const place = fc.constantFrom(...facilityIds);
const day = fc.constantFrom(
  '2024-03-05',
  '2024-06-05',
  '2024-09-05',
  '2024-11-05',
  '2024-11-05',
  '2024-11-05',
);

const donation = fc.constantFrom(...donationIds);

/** Everything that can be asked of a donation's equipment, its rate and its solution. */
export const equipmentAsks = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      donationId: donation,
      placeId: place,
      units: fc.integer({ min: 1, max: 3 }),
      ...circumstances,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      donationId: donation,
      at: fc.nat(),
      kind: fc.oneof(
        { weight: 2, arbitrary: fc.constant('onward' as const) },
        fc.constantFrom(...eventKinds),
      ),
      date: day,
      to: place,
      units: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
      ...circumstances,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      donationId: donation,
      at: fc.nat(),
      date: day,
      working: fc.integer({ min: 0, max: 2 }),
      damaged: fc.integer({ min: 0, max: 1 }),
      ...circumstances,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('strikeOut' as const),
      donationId: donation,
      at: fc.nat(),
      eventId: fc.integer({ min: 1, max: 6 }),
      ...circumstances,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('correctRate' as const),
      usdRate: fc.constantFrom('0.37', '1.1', '41.5'),
      most: fc.integer({ min: 0, max: 4 }),
      ...circumstances,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('editSolution' as const),
      capability: fc.constantFrom(...testPack.capabilities.map(({ code }) => code)),
      equipmentTypes: fc.constantFrom(['tablet'], ['tablet'], ['tablet', 'complex'], []),
      termsFrom: day,
      most: fc.integer({ min: 0, max: 4 }),
      ...circumstances,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('followTerms' as const),
      most: fc.integer({ min: 1, max: 4 }),
      ...circumstances,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('followRate' as const),
      most: fc.integer({ min: 1, max: 4 }),
      ...circumstances,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lookAt' as const),
      facilityId: place,
      isReady: fc.boolean(),
      on: fc.constantFrom('2024-02-01', '2024-06-03', '2024-11-20'),
      lookAgainOn: fc.constantFrom('2024-05-31', '2024-10-10', '2024-12-01', '2025-01-20'),
      ...circumstances,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('override' as const), ...circumstances }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      facilityId: place,
      region: fc.constantFrom(...regionCodes(testPack)),
      date: fc.constantFrom('2024-05-15', '2024-08-01', '2024-11-30'),
      ...circumstances,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      facilityId: place,
      month: fc.constantFrom('2024-10', '2024-11'),
      action: fc.constantFrom('saveDraft', 'submit', 'submit', 'approve', 'return', 'correct'),
      canUse: fc.constantFrom(undefined, 0, 0, 3),
      ...circumstances,
    }),
  },
);
export type Ask = typeof equipmentAsks extends fc.Arbitrary<infer Value> ? Value : never;
