import type { Caller } from '../../../functions/domain/caller.ts';
import { donor, manager } from '../country.ts';

type Request = [Caller | undefined, path: string, body?: object];

/** Figures of each kind of record, opened. */
export const explainLife: Record<string, Request[]> = {
  'explain.records': ['facilitiesLive', 'teleconsultations', 'unitsInUse', 'aidShippedUsd'].flatMap(
    (figure) => [
      [manager, `/figures/${figure}/records?row=UA-46&month=2024-11`],
      [manager, `/figures/${figure}/records?row=UA-46&month=2024-11&scope=donor:donor-1`],
    ],
  ),
  'explain.records of units in stores': [
    [manager, '/figures/reached.planned.units/records?row=UA-46&month=2024-12&scope=equipment:all'],
    [manager, '/figures/unitsInUse/records?row=UA-46&month=2024-11&page=past.'],
  ],
  'explain.records of the nation': ['aidPledgedUsd', 'solutionsOperating', 'trainingSessions'].map(
    (figure) => [manager, `/figures/${figure}/records?row=UA&month=2024-11`],
  ),
  'explain.records of a donor': [
    [donor, '/figures/unitsInUse/records?row=UA-46&month=2024-11&scope=donor:donor-1'],
  ],
};
