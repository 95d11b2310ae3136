import { describe, expect, test } from 'vitest';
import type { ExplainedRecord } from '../../../functions/domain/explain/explainedRecord.ts';
import type { ProgressCube } from '../../../functions/domain/progress.ts';
import { openingFrom, type Opening } from '../../../web/src/routes/(in)/explain/opening.ts';
import {
  addedIn,
  monthParts,
  placeParts,
  recordParts,
  regionParts,
  together,
} from '../../../web/src/routes/(in)/explain/steps.ts';
import { pack } from '../../support/country.ts';

const cube: ProgressCube = {
  months: ['2024-09', '2024-10', '2024-11'],
  rows: ['UA-46', 'UA-51'],
  figures: {
    facilitiesLive: [1, 2, 3, 0, 0, 1],
    teleconsultations: [5, 0, 4, 0, 3, 2],
    'approved.teleconsultations': [5, 0, 4, 0, 0, 2],
  },
};
const opened = (query: string): Opening => {
  const opening = openingFrom(new URLSearchParams(query), cube, pack, '2024-12-03');
  if (!opening) throw new Error(query);
  return opening;
};

describe('an address', () => {
  test('says how far a figure is opened', () => {
    const query = 'figure=teleconsultations&month=2024-11&region=UA-51&within=2024-10&place=UA-1';

    expect(opened(query)).toMatchObject({ month: '2024-11', row: 'UA-51', within: '2024-10', place: 'UA-1' });
  });

  test('of a figure that there is not opens nothing', () => {
    expect(openingFrom(new URLSearchParams('figure=x'), cube, pack, '2024-12-03')).toBeUndefined();
  });

  test.each([
    ['a region of nowhere', 'figure=facilitiesLive&region=UA-99&place=UA-1', {}],
    [
      'a month after it',
      'figure=teleconsultations&month=2024-10&region=UA-46&within=2024-11',
      { row: 'UA-46' },
    ],
    ['a month of a level', 'figure=facilitiesLive&region=UA-46&within=2024-10', { row: 'UA-46' }],
  ])('with %s leaves it closed', (_, query, left) => {
    const { row, within, place } = opened(query);

    expect({ row, within, place }).toEqual(left);
  });

  test('of what is approved opens the figure, of which that leads', () => {
    expect(opened('figure=approved.teleconsultations').explained.name).toBe('teleconsultations');
  });
});

describe('the parts of a step', () => {
  test('are regions that add up to the figure, and what waits beside it', () => {
    const opening = opened('figure=teleconsultations&month=2024-11');
    const parts = regionParts(opening, cube);

    expect(parts).toEqual([
      { row: 'UA-46', amount: 9, waiting: 3 },
      { row: 'UA-51', amount: 2, waiting: 0 },
    ]);
    expect(together(parts)).toEqual(addedIn(opening, cube, cube.rows));
  });

  test('are the months of a region, newest first, those of before the month asked for', () => {
    const opening = opened('figure=teleconsultations&month=2024-10&region=UA-46');

    expect(monthParts(opening, cube, 'UA-46')).toEqual([
      { month: '2024-10', amount: 4, waiting: 0 },
      { month: '2024-09', amount: 5, waiting: 0 },
    ]);
  });

  test('are places with the units there, where places are told', () => {
    const units = (recordId: string, amount: number, placeId?: string): ExplainedRecord => ({
      kind: 'consignment',
      recordId,
      amount,
      ...(placeId !== undefined && { placeId }),
    });
    const parts = recordParts([units('a', 1, 'UA-1'), units('b', 4, 'UA-2'), units('c', 2, 'UA-1')]);

    expect(placeParts(parts)).toEqual([
      { placeId: 'UA-2', amount: 4, waiting: 0 },
      { placeId: 'UA-1', amount: 3, waiting: 0 },
    ]);
    expect(placeParts(recordParts([units('a', 1)]))).toEqual([]);
  });
});
