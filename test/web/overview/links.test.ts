import { expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { linksFor } from '../../../web/src/routes/(in)/overview/links.ts';

const caller = (more: Partial<Caller>): Caller => ({ accountId: 'a', name: 'A', role: 'manager', ...more });
const of = (more: Partial<Caller>) => {
  const links = linksFor(caller(more), ['UA-46']);
  return [links.facilities('UA-46', 'live'), links.reports('2024-11', 'UA-46'), links.review('UA-46')];
};

test('each role is offered the lists it may open, and no other', () => {
  const facilities = '/facilities?region=UA-46&stage=live';
  const reports = '/reports?region=UA-46&month=2024-11';
  const sums = '/reports?month=2024-11';

  expect(of({})).toEqual([facilities, reports, '/review?region=UA-46']);
  expect(of({ role: 'admin' })).toEqual([facilities, reports, undefined]);
  expect(of({ role: 'donor' })).toEqual([undefined, sums, undefined]);
  expect(of({ role: 'head', facilityId: 'UA-0001' })).toEqual([undefined, sums, undefined]);
});
