import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOn } from '../../../web/src/lib/map/mapKeys.ts';

const places = [
  { name: 'west', x: 0, y: 10 },
  { name: 'middle', x: 10, y: 10 },
  { name: 'east', x: 20, y: 11 },
  { name: 'north', x: 11, y: 0 },
  { name: 'far east', x: 60, y: 10 },
];
const from = { x: 10, y: 10 };

test('an arrow key goes to what is next that way', () => {
  expect(nextOn([1, 0], from, places)?.name).toBe('east');
  expect(nextOn([-1, 0], from, places)?.name).toBe('west');
  expect(nextOn([0, -1], from, places)?.name).toBe('north');
  expect(nextOn([0, 1], from, places)).toBeUndefined();
});

test('it never stays and never goes the other way', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.integer({ min: 0, max: 50 }) });
  fc.assert(
    fc.property(place, fc.array(place), (start, others) => {
      const right = nextOn([1, 0], start, others);
      if (right) expect(right.x).toBeGreaterThan(start.x);
      const up = nextOn([0, -1], start, others);
      if (up) expect(up.y).toBeLessThan(start.y);
    }),
  );
});
