import { expect, test } from 'vitest';
import {
  Attributing,
  type OutdatedMonth,
} from '../../../web/src/routes/(in)/reports/attribution/attributing.svelte.ts';

const facility = (facilityId: string) => ({ facilityId, names: { en: facilityId, uk: facilityId } });
const outdated = (facilityId: string, ...months: string[]): OutdatedMonth[] =>
  months.map((month) => ({ facilityId, month, basedOn: 3 }));
const known: Record<string, OutdatedMonth[]> = {
  'UA-0001': outdated('UA-0001', '2024-09', '2024-10'),
  'UA-0002': [],
  'UA-0003': outdated('UA-0003', '2024-10'),
};
const all = Object.keys(known).map(facility);
const find = (facilityId: string) => Promise.resolve(known[facilityId] ?? []);

test('each month that is found is attributed once under the one reason, and what someone else changed is told', async () => {
  const sent: [string, string, string][] = [];
  const attributing = new Attributing({
    outdated: find,
    attribute: ({ facilityId, month }, reason, key) => {
      sent.push([`${facilityId} ${month}`, reason, key]);
      return Promise.resolve(facilityId === 'UA-0003' ? 'stale' : undefined);
    },
  });
  await attributing.look(all);
  expect(attributing.step).toBe('found');
  expect(attributing.found.map((one) => one.facility.facilityId)).toEqual(['UA-0001', 'UA-0003']);
  expect(attributing.months).toHaveLength(3);

  attributing.reason = ' Entered late ';
  await attributing.attribute();
  expect(attributing.step).toBe('told');
  expect(sent.map(([month]) => month).toSorted()).toEqual([
    'UA-0001 2024-09',
    'UA-0001 2024-10',
    'UA-0003 2024-10',
  ]);
  expect(new Set(sent.map(([, reason]) => reason))).toEqual(new Set(['Entered late']));
  expect(new Set(sent.map(([, , key]) => key)).size).toBe(3);
  expect(attributing.refused).toEqual(known['UA-0003']);
});

test('what broke off goes on with the same keys', async () => {
  const keys = new Map<string, string[]>();
  let isDown = true;
  const attributing = new Attributing({
    outdated: find,
    attribute: ({ facilityId, month }, _, key) => {
      const name = `${facilityId} ${month}`;
      keys.set(name, [...(keys.get(name) ?? []), key]);
      return isDown ? Promise.reject(new Error('No network')) : Promise.resolve(undefined);
    },
  });
  await attributing.look(all);
  attributing.reason = 'Entered late';
  await attributing.attribute();
  expect([attributing.step, attributing.sending.isPaused]).toEqual(['sending', true]);

  isDown = false;
  await attributing.goOn();
  expect(attributing.step).toBe('told');
  expect(keys.size).toBe(3);
  for (const used of keys.values()) expect(new Set(used).size).toBe(1);
});
