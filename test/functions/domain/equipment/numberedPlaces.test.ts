import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  numbersOf,
  withNewcomers,
  type NumberedPlaces,
} from '../../../../functions/domain/equipment/numberedPlaces.ts';

const inLviv = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({
    placeId: `UA-${String(from + index).padStart(4, '0')}`,
    region: 'UA-46',
  }));

/** Ids that look as if they were drawn by chance, and are the same for the same seed. */
function drawing(seed: number): () => string {
  let last = seed;
  return () => {
    last = (Math.imul(last, 1_664_525) + 1_013_904_223) >>> 0;
    return `p-${last.toString(16).padStart(8, '0').repeat(2)}`;
  };
}

test('a number and an id once given stay, whoever comes later and in whatever order', () => {
  const placesOf = fc
    .uniqueArray(fc.record({ at: fc.nat(30), region: fc.constantFrom('UA-46', 'UA-51') }), {
      selector: ({ at }) => at,
    })
    .map((some) => some.map(({ at, region }) => ({ placeId: `UA-${String(at).padStart(4, '0')}`, region })));

  fc.assert(
    fc.property(fc.array(placesOf, { maxLength: 5 }), fc.nat(), (visits, seed) => {
      const draw = drawing(seed);
      const regionOf = new Map<string, string>();
      let known: NumberedPlaces[] = [];
      let before: ReturnType<typeof numbersOf> = new Map();
      for (const visit of visits) {
        const places = visit.map(({ placeId, region }) => {
          if (!regionOf.has(placeId)) regionOf.set(placeId, region);
          return { placeId, region: regionOf.get(placeId) ?? region };
        });
        const changed = withNewcomers('donor:x', places, known, draw);
        known = [...known.filter(({ region }) => !changed.some((one) => one.region === region)), ...changed];
        const all = [...regionOf].map(([placeId, region]) => ({ placeId, region }));
        const after = numbersOf(all, known);

        expect(after.size).toBe(regionOf.size);
        for (const [placeId, told] of before) expect(after.get(placeId)).toEqual(told);
        for (const region of ['UA-46', 'UA-51']) {
          const own = all.filter((place) => place.region === region);
          expect(own.map(({ placeId }) => after.get(placeId)?.number).sort((a = 0, b = 0) => a - b)).toEqual(
            own.map((_, index) => index + 1),
          );
        }
        expect(new Set([...after.values()].map(({ opaqueId }) => opaqueId)).size).toBe(after.size);
        before = after;
      }
    }),
  );
});

test('who is met together is numbered by chance, and not in the order of codes', () => {
  const orders = [1, 2, 3].map((seed) =>
    withNewcomers('donor:x', inLviv(20), [], drawing(seed)).map(({ places }) =>
      places.map(({ placeId }) => placeId),
    ),
  );

  const byCode = [inLviv(20).map(({ placeId }) => placeId)];
  for (const order of orders) expect(order).not.toEqual(byCode);
  expect(orders[0]).not.toEqual(orders[1]);
});

test('a place that moves keeps its id, and has a number of its new region', () => {
  const draw = drawing(7);
  const known = withNewcomers('donor:x', inLviv(3), [], draw);
  const before = numbersOf(inLviv(3), known).get('UA-0002');
  const moved = [{ placeId: 'UA-0002', region: 'UA-51' }];

  const changed = withNewcomers('donor:x', moved, known, draw);

  expect(numbersOf(moved, [...known, ...changed]).get('UA-0002')).toEqual({
    opaqueId: before?.opaqueId,
    number: 1,
  });
  expect(withNewcomers('donor:x', moved, [...known, ...changed], draw)).toEqual([]);
});
