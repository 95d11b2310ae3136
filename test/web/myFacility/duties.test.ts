import { expect, test } from 'vitest';
import type { Facility } from '../../../functions/domain/facility/facility.ts';
import type { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import { approvedReport } from '../../support/builders.ts';
import { dutiesOf, firstOf, othersOf, unsentOf } from '../../../web/src/lib/myFacility/duties.ts';
import type { Draft } from '../../../web/src/lib/myFacility/drafts.ts';
import { submissionOf } from '../../../web/src/lib/myFacility/reportCommands.ts';
import type { Entry } from '../../../web/src/lib/outbox/entry.ts';

const facility: Facility = {
  facilityId: 'UA-0001',
  names: { en: 'Clinic' },
  type: 'clinic',
  region: 'UA-46',
  settlement: { en: 'Khodoriv' },
  connectivity: 'mobile',
  power: 'grid',
  version: 1,
  stages: [
    { stage: 'planned', date: '2024-07-01', by: 'seed' },
    { stage: 'live', date: '2024-08-15', by: 'seed' },
  ],
};
const draft = (month: string, rest: Partial<Draft> = {}): Draft => ({
  facilityId: 'UA-0001',
  month,
  typed: {},
  note: '',
  base: { version: 0, figures: {}, note: '' },
  at: 0,
  ...rest,
});
const rules = { dueDay: 10, programmeStart: '2022-01-01', today: '2024-12-03' };
const waiting = [submissionOf(draft('2024-11'))];

function states(
  reports: MonthlyReport[],
  part: { drafts?: Draft[]; waiting?: Entry[]; today?: string; programmeStart?: string } = {},
): string[] {
  const desk = { ...rules, facility, reports, drafts: [], waiting: [] };
  const duties = dutiesOf({ ...desk, ...part });
  return duties.map(({ month, state }) => `${month} ${state}`);
}

test('every month since the facility went live asks for a report, up to the last one that is over', () => {
  expect(states([approvedReport('2024-09'), approvedReport('2024-10', { status: 'submitted' })])).toEqual([
    '2024-11 due',
    '2024-10 submitted',
    '2024-09 approved',
    '2024-08 late',
  ]);
});

test('months before the programme began ask for nothing: their pages would open no form', () => {
  expect(states([], { programmeStart: '2024-10-01' })).toEqual(['2024-11 due', '2024-10 late']);
});

test('a month that is late stands above one that is due', () => {
  const desk = { ...rules, facility, reports: [approvedReport('2024-08')], drafts: [], waiting: [] };
  const duties = dutiesOf(desk);

  expect(firstOf(duties)?.month).toBe('2024-10');
  expect(othersOf(duties, firstOf(duties)).map(({ month, state }) => `${month} ${state}`)).toEqual([
    '2024-09 late',
    '2024-11 due',
    '2024-08 approved',
  ]);
});

test('a month is late from the day after its due day', () => {
  expect(states([], { today: '2024-12-10' })[0]).toBe('2024-11 due');
  expect(states([], { today: '2024-12-11' })[0]).toBe('2024-11 late');
});

test('what waits on the device is neither due nor late', () => {
  expect(states([], { waiting })[0]).toBe('2024-11 unsent');
});

test('what the server did not take is told before anything is done again', () => {
  expect(states([], { drafts: [draft('2024-11', { refused: 'wrongState' })] })[0]).toBe('2024-11 refused');
});

test('a corrected month is open until it is handed in again', () => {
  expect(states([approvedReport('2024-10', { status: 'draft', revision: 2 })])[1]).toBe('2024-10 correcting');
});

test('a late month comes first, then the one that is due, then what came back', () => {
  const desk = { ...rules, facility, drafts: [], waiting: [] };
  const returned = approvedReport('2024-09', { status: 'returned' });
  const in_ = (...months: string[]) => months.map((month) => approvedReport(month));

  const withDue = dutiesOf({ ...desk, reports: [returned] });
  const withoutDue = dutiesOf({ ...desk, reports: [returned, ...in_('2024-11', '2024-10', '2024-08')] });
  const onlyLate = dutiesOf({ ...desk, reports: in_('2024-11', '2024-10', '2024-09') });
  const done = dutiesOf({ ...desk, reports: in_('2024-11', '2024-10', '2024-09', '2024-08') });

  expect([withDue, withoutDue, onlyLate, done].map((duties) => firstOf(duties)?.month)).toEqual([
    '2024-10',
    '2024-09',
    '2024-08',
    undefined,
  ]);
});

test('not everything is in while a month waits on the device', () => {
  const desk = { ...rules, facility, drafts: [], waiting };
  const others = ['2024-08', '2024-09', '2024-10'].map((month) => approvedReport(month));

  const duties = dutiesOf({ ...desk, reports: others });
  const sent = dutiesOf({ ...desk, waiting: [], reports: [...others, approvedReport('2024-11')] });
  const more = dutiesOf({ ...desk, reports: others.slice(1) });

  expect([firstOf(duties), unsentOf(duties)?.month]).toEqual([undefined, '2024-11']);
  expect([firstOf(sent), unsentOf(sent)]).toEqual([undefined, undefined]);
  expect([firstOf(more)?.month, unsentOf(more)]).toEqual(['2024-08', undefined]);
});

test('of what is approved only the newest three stand in the list', () => {
  const months = ['2024-08', '2024-09', '2024-10', '2024-11'];
  const duties = dutiesOf({
    ...rules,
    facility,
    reports: months.map((month) => approvedReport(month)),
    drafts: [],
    waiting: [],
  });

  expect(othersOf(duties, undefined).map(({ month }) => month)).toEqual(['2024-11', '2024-10', '2024-09']);
});
