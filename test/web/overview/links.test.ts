import { expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { linksFor } from '../../../web/src/routes/(in)/overview/links.ts';
import { testPack } from '../../support/builders.ts';

const linksOf = (more: Partial<Caller>) =>
  linksFor(
    { accountId: 'a', name: 'A', role: 'manager', regions: 'all', ...more },
    { regions: ['UA-46'] },
    testPack,
  );
const of = (more: Partial<Caller>, region?: string) =>
  ['facilitiesLive', 'teleconsultations', 'reportsAwaitingReview'].map((name) =>
    linksOf(more).partsOf(name, '2024-11', region),
  );

test('a figure opens the list of what it is the sum of, as far as the reader may', () => {
  const facilities = '/facilities?region=UA-46&stage=live';
  const reports = '/reports?region=UA-46&month=2024-11';
  const sums = '/reports?month=2024-11';

  expect(of({}, 'UA-46')).toEqual([facilities, reports, '/review?region=UA-46']);
  expect(of({ role: 'admin' }, 'UA-46')).toEqual([facilities, reports, undefined]);
  expect(of({ role: 'donor' }, 'UA-46')).toEqual([undefined, sums, undefined]);
  expect(of({ role: 'head', facilityId: 'UA-0001' }, 'UA-46')).toEqual([undefined, sums, undefined]);
});

test('a manager of no region is offered no list but the sums', () => {
  expect(of({ regions: [] })).toEqual([undefined, '/reports?month=2024-11', undefined]);
});

test('what belongs to no region has no list', () => {
  expect(of({}, 'UA')).toEqual([undefined, undefined, undefined]);
});

test('a region’s facilities can be opened whatever their stage', () => {
  expect(linksOf({}).facilities('UA-46')).toBe('/facilities?region=UA-46');
  expect(linksOf({ role: 'donor' }).facilities('UA-46')).toBeUndefined();
});

test('facilities that used a capability are in the reports of the month, narrowed to it', () => {
  const code = testPack.capabilities[0]?.code ?? '';
  const of = (more: Partial<Caller>) => linksOf(more).partsOf(`facilitiesUsing.${code}`, '2024-11', 'UA-46');

  expect(of({})).toBe(`/reports?region=UA-46&month=2024-11&capability=${code}`);
  expect(of({ role: 'donor' })).toBe(`/reports?month=2024-11&capability=${code}`);
});

test('sessions are in the list of training, of a region or of all', () => {
  const of = (more: Partial<Caller>, region?: string) =>
    linksOf(more).partsOf('workersTrained', '2024-11', region);

  expect([of({}, 'UA-46'), of({})]).toEqual(['/training?region=UA-46', '/training']);
  expect([of({ role: 'donor' }), of({ role: 'head', facilityId: 'UA-0001' })]).toEqual([
    undefined,
    undefined,
  ]);
});

test('facilities that have a capability, and those that somebody should look at, are lists of their own', () => {
  const code = testPack.capabilities[0]?.code ?? '';
  const opened = (more: Partial<Caller>) =>
    [`facilitiesWith.${code}`, 'facilitiesReadinessGap'].map((name) =>
      linksOf(more).partsOf(name, '2024-11', 'UA-46'),
    );

  expect(opened({})).toEqual([
    `/facilities?region=UA-46&capability=${code}`,
    '/facilities?region=UA-46&concern=readinessGap',
  ]);
  expect(opened({ role: 'donor' })).toEqual([undefined, undefined]);
});
