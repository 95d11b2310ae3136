import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facilityContributions } from '../../../../functions/domain/facility/facilityContributions.ts';
import type { Facility } from '../../../../functions/domain/facility/facility.ts';
import { untrainedPeriods } from '../../../../functions/domain/facility/nobodyTrained.ts';
import { askedIndicators, inReport } from '../../../../functions/domain/report/askedIndicators.ts';
import { codesIn, findingsOf } from '../../../../functions/domain/report/finding.ts';
import { newerLatest } from '../../../../functions/domain/report/latestReport.ts';
import {
  approve,
  correct,
  saveDraft,
  submit,
  type MonthlyReport,
} from '../../../../functions/domain/report/monthlyReport.ts';
import { reportContributions } from '../../../../functions/domain/report/reportContributions.ts';
import { figures, liveFacility, reportCase, testPack } from '../../../support/builders.ts';

const pack = { ...testPack, coverSince: '2024-10' };
const code = 'cover.trauma';
const tablets = {
  consignmentId: 'aid.1',
  equipmentType: 'tablet',
  spans: [{ from: '2024-02-01', isUsed: true as const }],
  provided: { source: 'donor:north', units: 2, usdCents: 60_000 },
};
const adopting = liveFacility({
  adoptions: [
    {
      solutionId: 'trauma',
      terms: { version: 1, capability: 'trauma', equipmentTypes: ['tablet'], indicators: ['traumas'] },
      equipment: [tablets],
      periods: [{ from: '2024-02-01' }],
    },
  ],
});
const on = (report?: MonthlyReport, more: Partial<Parameters<typeof submit>[0]> = {}) =>
  reportCase(report, { pack, facility: adopting, ...more });
const typed = (people: number, traumas = 2) => ({ figures: { ...figures, traumas, [code]: people } });
const approved = (people: number, traumas?: number) => approve(on(submit(on(), typed(people, traumas))));

/** Sums of a report by scope, of the figures that are about who can use the equipment. */
function sums(report: MonthlyReport): Record<string, Record<string, number>> {
  const all: Record<string, Record<string, number>> = {};
  for (const { scope, amounts } of reportContributions(report, pack))
    for (const [name, amount] of Object.entries(amounts))
      if (/^(staffAble|units(Uns|S)taffed)/.test(name)) (all[scope] ??= {})[name] = amount;
  return all;
}

describe('how many can use a solution', () => {
  test('is asked of each adopted one, from the country’s first such month on', () => {
    const asked = (month: string) => askedIndicators(pack, adopting, month).map((one) => one.code);

    expect(asked('2024-09')).not.toContain(code);
    expect(asked('2024-10')).toContain(code);
    expect(askedIndicators(pack, liveFacility(), '2024-10').map((one) => one.code)).not.toContain(code);
    expect(askedIndicators(testPack, adopting, '2024-10').map((one) => one.code)).not.toContain(code);
  });

  test('is named by what the solution does, and by its code where two do the same', () => {
    const [first] = adopting.adoptions ?? [];
    const both = { adoptions: first ? [first, { ...first, solutionId: 'other' }] : [] };
    const named = (facility: { adoptions?: Facility['adoptions'] }) =>
      askedIndicators(pack, facility, '2024-11').flatMap(({ direction, names }) =>
        direction === 'staff' ? [names.en] : [],
      );

    expect(named(adopting)).toEqual(['Can use: trauma consultation']);
    expect(named(both)).toEqual([
      'Can use: trauma consultation (other)',
      'Can use: trauma consultation (trauma)',
    ]);
  });

  test('must be said each month, is a whole number of people, and nothing else takes its place', () => {
    const refused = (body: object) => () => submit(on(), { figures: { ...figures, traumas: 2, ...body } });

    expect(refused({})).toThrow(
      expect.objectContaining({ code: 'missingFigure', details: { field: `figures.${code}` } }),
    );
    expect(refused({ [code]: -1 })).toThrow(expect.objectContaining({ code: 'tooLow' }));
    expect(refused({ [code]: 1.5 })).toThrow(expect.objectContaining({ code: 'notAWholeNumber' }));
    expect(refused({ [code]: 10_000 })).toThrow(expect.objectContaining({ code: 'tooHigh' }));
    expect(refused({ [code]: 1, 'cover.other': 1 })).toThrow(
      expect.objectContaining({ code: 'unknownIndicator' }),
    );
    expect(saveDraft(on(), { figures }).figures).not.toHaveProperty(code);
  });

  test('stays in a correction once the solution is gone, and may be left out', () => {
    const gone = { facility: liveFacility() };
    const open = correct(on(approved(3), gone), 'Counted twice');

    expect(submit(on(open, gone), typed(2)).figures).toMatchObject({ [code]: 2 });
    expect(submit(on(open, gone), { figures }).figures).not.toHaveProperty(code);
    expect(inReport(pack, open).map((one) => one.code)).toContain(code);
  });

  test('counts once it is approved: in the country, the solution and for whoever gave the equipment', () => {
    expect(sums(submit(on(), typed(3)))).toEqual({});
    expect(sums(approved(3))).toEqual({
      country: { staffAbleToUse: 3, unitsStaffed: 2 },
      'solution:trauma': { staffAbleToUse: 3, unitsStaffed: 2 },
      'donor:north': { staffAbleToUse: 3, unitsStaffed: 2 },
      'reporters:country': { staffAbleToUse: 1 },
      'reporters:donor:north': { staffAbleToUse: 1 },
      'equipment:all': { unitsStaffed: 2 },
      'type:tablet': { unitsStaffed: 2 },
    });
  });

  test('tells units that nobody can use from those that are not used; who uses them can', () => {
    expect(sums(approved(0, 0))['donor:north']).toEqual({ unitsUnstaffed: 2 });
    expect(sums(approved(0, 1))['donor:north']).toEqual({ unitsStaffed: 2 });
    expect(sums(approved(4, 0))['donor:north']).toEqual({
      staffAbleToUse: 4,
      unitsStaffed: 2,
      unitsStaffedNotUsed: 2,
    });
  });

  test('is no sign of a copied form, but a leap in it is told', () => {
    const before = { ...approved(3), month: '2024-10' };
    const now = submit(on(), typed(40));

    expect(codesIn(findingsOf(now, [before], inReport(pack, now)))).toContain(code);
  });
});

describe('a facility with equipment and nobody trained', () => {
  const said = (month: string, people?: number): MonthlyReport => {
    const { [code]: _, ...others } = typed(0).figures;
    return { ...approved(1), month, figures: { ...others, ...(people !== undefined && { [code]: people }) } };
  };
  const after = (...reports: MonthlyReport[]): Facility =>
    reports.reduce((facility, report) => {
      const latest = newerLatest(facility.latest, report, pack);
      return latest ? { ...facility, latest } : facility;
    }, adopting);

  test('is one from the month whose report says nobody until one says otherwise', () => {
    const facility = after(said('2024-09'), said('2024-10', 0), said('2024-11', 2));

    expect(untrainedPeriods(facility)).toEqual([{ from: '2024-10-01', until: '2024-11-01' }]);
    expect(untrainedPeriods(after(said('2024-10', 0)))).toEqual([{ from: '2024-10-01' }]);
    expect(untrainedPeriods(after(said('2024-11', 2)))).toEqual([]);
  });

  test('is none any more once the report is corrected, whatever order the months come in', () => {
    expect(untrainedPeriods(after(said('2024-11', 2), said('2024-10', 0)))).toEqual([
      { from: '2024-10-01', until: '2024-11-01' },
    ]);
    expect(untrainedPeriods(after(said('2024-10', 0), said('2024-10', 1)))).toEqual([]);
  });

  test('is one only while there is equipment', () => {
    const [adoption] = adopting.adoptions ?? [];
    const spans = [{ from: '2024-02-01', until: '2024-10-20' }];
    const adoptions = adoption ? [{ ...adoption, equipment: [{ ...tablets, spans }] }] : [];

    expect(untrainedPeriods({ ...after(said('2024-10', 0)), adoptions })).toEqual([
      { from: '2024-10-01', until: '2024-10-20' },
    ]);
  });

  test('or from the thirty-first day after it was installed until its staff was trained', () => {
    const stages = (trainedOn?: string) => [
      { stage: 'planned' as const, date: '2024-01-11', by: 'test' },
      { stage: 'equipped' as const, date: '2024-02-01', by: 'test' },
      ...(trainedOn ? [{ stage: 'trained' as const, date: trainedOn, by: 'test' }] : []),
    ];

    expect(untrainedPeriods({ ...adopting, stages: stages() })).toEqual([{ from: '2024-03-02' }]);
    expect(untrainedPeriods({ ...adopting, stages: stages('2024-04-01') })).toEqual([
      { from: '2024-03-02', until: '2024-04-01' },
    ]);
    expect(untrainedPeriods({ ...adopting, stages: stages('2024-02-20') })).toEqual([]);
  });

  test('counts as long as what is said last says so, whatever was said before', () => {
    const months = ['2024-10', '2024-11', '2024-12'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...months), fc.nat(2)), { maxLength: 8 }), (told) => {
        const facility = after(...told.map(([month, people]) => said(month, people)));
        const last = new Map(told.toSorted(([a], [b]) => (a < b ? -1 : 1)));
        const level = facilityContributions(facility, pack)
          .filter(({ scope }) => scope === 'country')
          .reduce((sum, { amounts }) => sum + (amounts['facilitiesNobodyTrained'] ?? 0), 0);

        expect(level).toBe([...last.values()].at(-1) === 0 ? 1 : 0);
      }),
    );
  });
});
