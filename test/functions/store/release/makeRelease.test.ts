import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Month } from '../../../../functions/domain/calendar.ts';
import type { Release } from '../../../../functions/domain/release/release.ts';
import { packFor } from '../../../../functions/packs/index.ts';
import { Database } from '../../../../functions/store/database.ts';
import { makeRelease } from '../../../../functions/store/release/makeRelease.ts';
import { startEngine, type TestEngine } from '../../../support/system.ts';

const pack = packFor('UA');
let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Makes a release of a month; `froze` is told on top of which one, each time that its figures are frozen. */
function make(month: Month, froze: (newest: Release | undefined) => Promise<void>): Promise<Release> {
  const freeze = async (newest: Release | undefined) => {
    await froze(newest);
    return { open: { ofMonth: 0, expected: 0, before: 0 }, figures: {}, content: { milestones: [] } };
  };
  return makeRelease(
    new Database(engine.env),
    pack,
    { order: { month }, today: '2024-12-05', authorise: () => undefined, freeze },
    {
      action: 'makeRelease',
      content: { month },
      by: { accountId: 'manager', name: 'Olena' },
      at: '2024-12-05T08:00:00.000Z',
      basedOn: 0,
      idempotencyKey: `release-${month}`,
    },
  );
}

test('of two releases of different months made at once, the later knows the earlier or is the only one', async () => {
  const first = await make('2024-01', () => Promise.resolve());

  // Neither goes on before both have frozen their figures, on top of the same release.
  const bothFroze = Promise.withResolvers<undefined>();
  const frozenOn = new Map<Month, (string | undefined)[]>([
    ['2024-02', []],
    ['2024-03', []],
  ]);
  const made = await Promise.allSettled(
    [...frozenOn].map(([month, on]) =>
      make(month, (newest) => {
        on.push(newest?.releaseId);
        if ([...frozenOn.values()].every(({ length }) => length > 0)) bothFroze.resolve(undefined);
        return bothFroze.promise;
      }),
    ),
  );

  const [february, march] = made;
  expect(march?.status).toBe('fulfilled');
  const newestBeforeMarch = february?.status === 'fulfilled' ? february.value : first;
  expect(frozenOn.get('2024-03')?.at(-1)).toBe(newestBeforeMarch.releaseId);
  if (february?.status === 'rejected') expect(february.reason).toMatchObject({ code: 'wrongState' });
  else expect(frozenOn.get('2024-03')).toEqual([first.releaseId, newestBeforeMarch.releaseId]);
});
