import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Consignment } from '../../../../../functions/domain/equipment/consignment.ts';
import {
  judgedMonths,
  Silence,
  silenceOf,
  type JudgedMonth,
} from '../../../../../functions/domain/equipment/chain/silence.ts';
import type { MonthlyReport } from '../../../../../functions/domain/report/monthlyReport.ts';
import { approvedReport, testPack } from '../../../../support/builders.ts';
import { consignment, inUse, odesa, type Told } from '../../../../support/equipment.ts';

const known = { today: '2024-12-03', pack: testPack };
const solution = {
  solutionId: 'trauma',
  terms: { capability: 'trauma', equipmentTypes: ['tablet'], indicators: ['traumas'], version: 1 },
};
const units = (told: Told[] = inUse, more: Partial<Consignment> = {}) =>
  consignment(told, { solution, ...more });

const adopted = (indicators: string[]) => [{ solutionId: 'trauma', capability: 'trauma', indicators }];
const report = (month: string, more: Partial<MonthlyReport> = {}): MonthlyReport =>
  approvedReport(month, {
    submittedOn: '2024-11-02',
    approved: { traumas: 0, daysWithoutPower: 3 },
    approvedAdopted: adopted(['traumas']),
    ...more,
  });
const [september, october] = [report('2024-09'), report('2024-10')];
/** October's report as it would be with other figures. */
const octoberWith = (approved: Record<string, number>) => report('2024-10', { approved });
const octoberWithout = (name: 'approved' | 'submittedOn'): MonthlyReport => {
  const { [name]: _, ...rest } = october;
  return { ...rest, status: 'submitted' };
};

const usesOf = (silence: Silence | undefined): JudgedMonth['use'][] =>
  silence?.months.map(({ use }) => use) ?? [];

describe('units in use whose solution nobody used in two months', () => {
  test('are silent since the older of them, with what the head noted', () => {
    const noted = report('2024-10', { note: 'The operator left.' });

    expect(silenceOf(units(), [september, noted], known)).toEqual({
      verdict: 'silent',
      months: [
        { month: '2024-09', use: 'notUsed' },
        { month: '2024-10', use: 'notUsed', note: 'The operator left.' },
      ],
    });
  });

  test.each<[string, MonthlyReport[], JudgedMonth['use']]>([
    ['a report is missing', [september], 'notReported'],
    [
      'a report is only a draft',
      [september, { ...octoberWithout('approved'), submittedOn: undefined }],
      'notReported',
    ],
    ['a report waits for its approval', [september, octoberWithout('approved')], 'notApproved'],
    ['an indicator is missing', [september, octoberWith({ daysWithoutPower: 0 })], 'figureMissing'],
    ['the days without power are missing', [september, octoberWith({ traumas: 0 })], 'figureMissing'],
    ['there was power on 14 days', [september, octoberWith({ traumas: 0, daysWithoutPower: 17 })], 'outage'],
    ['the solution was not asked for', [september, report('2024-10', { approvedAdopted: [] })], 'notAsked'],
    [
      'the solution has no indicators',
      [september, report('2024-10', { approvedAdopted: adopted([]) })],
      'notAsked',
    ],
    ['the report is another facility’s', [september, { ...october, facilityId: 'UA-0002' }], 'notReported'],
  ])('are not known to be where %s', (_, reports, use) => {
    const silence = silenceOf(units(), reports, known);

    expect([silence?.verdict, usesOf(silence)]).toEqual(['notKnown', ['notUsed', use]]);
  });

  test('fifteen days of power are enough', () => {
    const reports = [september, octoberWith({ traumas: 0, daysWithoutPower: 16 })];

    expect(silenceOf(units(), reports, known)?.verdict).toBe('silent');
  });

  test('are not once they were used in either, whatever is known of the other', () => {
    const used = octoberWith({ traumas: 1 });

    expect(silenceOf(units(), [september, used], known)?.verdict).toBe('notSilent');
    expect(silenceOf(units(), [used], known)?.verdict).toBe('notSilent');
  });

  test('are judged by months after their first use alone', () => {
    const since = (day: string) => units([...inUse.slice(0, 3), ['firstUse', day]]);
    const usesSince = (day: string) => usesOf(silenceOf(since(day), [september, october], known));

    expect(usesSince('08-31')).toEqual(['notUsed', 'notUsed']);
    expect(usesSince('09-01')).toEqual(['beforeFirstUse', 'notUsed']);
    expect(usesSince('10-01')).toEqual(['beforeFirstUse', 'beforeFirstUse']);
  });

  test('must have worked, and not stood idle, for half a month', () => {
    const faulty = (from: string, until: string) => units([...inUse, ['fault', from], ['repaired', until]]);
    const uses = (one: Consignment) => usesOf(silenceOf(one, [september, october], known));

    expect(uses(faulty('09-16', '10-17'))).toEqual(['notUsed', 'notUsed']);
    expect(uses(faulty('09-15', '10-18'))).toEqual(['outOfUse', 'outOfUse']);
    expect(uses(units([...inUse, ['notInUse', '09-02', { reason: 'power' }], ['active', '10-02']]))).toEqual([
      'outOfUse',
      'notUsed',
    ]);
  });

  test('with what only the head knows of a correction left out', () => {
    const reopened = report('2024-10', { status: 'draft', note: 'Not said yet.' });
    const waiting = report('2024-10', { status: 'submitted', note: 'Said.' });
    const noteOf = (one: MonthlyReport) => silenceOf(units(), [september, one], known)?.months[1]?.note;

    expect([noteOf(reopened), noteOf(waiting)]).toEqual([undefined, 'Said.']);
  });
});

test.each<[string, Told[], Partial<Consignment>?]>([
  ['installed and not used yet', inUse.slice(0, 3)],
  ['faulty', [...inUse, ['fault', '11-01']]],
  ['idle by what the head told', [...inUse, ['stored', '11-01']]],
  ['lost', [...inUse, ['lost', '11-01']]],
  [
    'on their way elsewhere',
    [
      ...inUse,
      ['transferOffered', '11-01', { to: odesa.placeId }],
      ['transferAccepted', '11-02'],
      ['shipped', '11-03'],
    ],
  ],
  ['for no solution', inUse, { solution: undefined }],
])('of units that are %s nothing is said', (_, told, more) => {
  expect(silenceOf(units(told, more), [september, october], known)).toBeUndefined();
});

test('the months are the two newest whose due day has passed', () => {
  expect(judgedMonths('2024-12-10', testPack)).toEqual(['2024-09', '2024-10']);
  expect(judgedMonths('2024-12-11', testPack)).toEqual(['2024-10', '2024-11']);
  expect(judgedMonths('2025-01-02', testPack)).toEqual(['2024-10', '2024-11']);
});

/** A month as it may be reported, and whether it says that nobody used the solution though they could have. */
const anyMonth = fc.record({
  status: fc.constantFrom(undefined, 'draft', 'submitted', 'returned', 'approved'),
  traumas: fc.option(fc.constantFrom(0, 0, 1), { nil: undefined }),
  daysWithoutPower: fc.option(fc.constantFrom(0, 15, 16, 20), { nil: undefined }),
  isAsked: fc.boolean(),
});

test('nothing is silent where anything is missing, unapproved or out', () => {
  fc.assert(
    fc.property(
      fc.tuple(anyMonth, anyMonth),
      fc.constantFrom('07-01', '09-15', '10-15'),
      (told, firstUse) => {
        const reports = told.flatMap(({ status, traumas, daysWithoutPower, isAsked }, index) => {
          if (!status) return [];
          const figures = {
            ...(traumas !== undefined && { traumas }),
            ...(daysWithoutPower !== undefined && { daysWithoutPower }),
          };
          const month = index === 0 ? '2024-09' : '2024-10';
          const approved = status === 'approved' ? { approved: figures } : { approved: undefined };
          return [
            report(month, {
              status,
              figures,
              approvedAdopted: isAsked ? adopted(['traumas']) : [],
              ...approved,
            }),
          ];
        });
        const isSilent = told.every(
          ({ status, traumas, daysWithoutPower = Infinity, isAsked }, index) =>
            status === 'approved' && isAsked && traumas === 0 && daysWithoutPower <= 15 + index,
        );
        const one = units([...inUse.slice(0, 3), ['firstUse', firstUse]]);

        const silence = silenceOf(one, reports, known);

        expect(silence?.verdict === 'silent').toBe(isSilent && firstUse === '07-01');
        expect(Silence.parse(silence)).toEqual(silence);
      },
    ),
  );
});
