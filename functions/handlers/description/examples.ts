import { pointsOf } from '../../domain/facility/facilityPoints.ts';
import { rowOf, type FacilityRow } from '../../domain/facility/facility.ts';
import { figurePath } from '../../domain/report/indicator.ts';
import { at, by } from './circumstances.ts';
import { equipmentExamples } from './equipmentExamples.ts';
import { facilityExamples } from './facilityExamples.ts';
import type { OperationName } from './operations.ts';
import { peopleExamples } from './peopleExamples.ts';
import { planExamples } from './planExamples.ts';
import { progressExamples } from './progressExamples.ts';
import { releaseExamples } from './releaseExamples.ts';
import { reportExamples } from './reportExamples.ts';
import { solutionExamples } from './solutionExamples.ts';
import { month, type Story } from './story.ts';
import { traceExamples } from './traceExamples.ts';
import { trainingExamples } from './trainingExamples.ts';
import { warehouseExamples } from './warehouseExamples.ts';

/** What an operation is given and answers, as an example. */
export interface Example {
  body?: object;
  /** An object, or a text where it is no JSON. */
  answer: object | string;
}

/** An example for each operation. */
export function examplesOf(told: Story): Record<OperationName, Example> {
  return {
    ...readings(told),
    ...peopleExamples(told.people),
    ...facilityExamples(told),
    ...warehouseExamples(told),
    ...equipmentExamples(told.equipment),
    ...traceExamples(told.pack, told.equipment.consignment),
    ...solutionExamples(told),
    ...planExamples(told),
    ...trainingExamples(told),
    ...reportExamples(told),
  };
}

function readings({ pack, region, code, people, facility, submitted, approved, figures }: Story) {
  const { account } = people;
  const row: FacilityRow = rowOf(facility);
  const line = { version: 2, at, by, action: 'submit' as const };
  const moved = { ...line, version: 5, action: 'changeStage' as const };
  const finding = { kind: 'high' as const, indicator: code, value: 41, low: 3, high: 9, before: 5 };
  const { accountId, name } = by;
  const { version: _, language: __, reminders: ___, ...person } = account;
  const { population: ____, ...told } = pack;
  return {
    'about.country': {
      answer: {
        ...told,
        regions: pack.regions.slice(0, 1),
        facilityTypes: pack.facilityTypes.slice(0, 1),
        codeSystems: pack.codeSystems.slice(0, 1),
        capabilities: pack.capabilities.slice(0, 1),
        equipmentTypes: pack.equipmentTypes.slice(0, 1),
        indicators: pack.indicators.slice(0, 1),
      },
    },
    'about.openapi': { answer: { openapi: '3.1.1' } },
    'accounts.me': {
      answer: { accountId, name, role: 'manager', regions: 'all', today: '2024-12-03', now: at },
    },
    'people.list': { answer: { people: [person], next: 'head' } },
    'people.get': { answer: account },
    'people.history': {
      answer: {
        lines: [
          {
            version: 2,
            at,
            by,
            action: 'editPerson' as const,
            changes: [{ field: 'regions', from: account.regions, to: 'all' }],
          },
        ],
      },
    },
    ...progressExamples({
      facilityId: facility.facilityId,
      region,
      month,
      equipmentType: pack.equipmentTypes[0]?.code ?? '',
    }),
    ...releaseExamples({ pack, region, month, facility }),
    'facilities.list': { answer: { facilities: [row], next: `${region}.${facility.facilityId}` } },
    'map.points': {
      answer: { on: '2024-12-03', points: pointsOf([facility], { today: '2024-12-03', language: 'en' }) },
    },
    'facilities.get': { answer: facility },
    'facilities.history': {
      answer: { lines: [{ ...moved, changes: [{ field: 'stages', to: facility.stages.slice(-1) }] }] },
    },
    'reports.ofFacility': { answer: { reports: [approved] } },
    'reports.get': { answer: approved },
    'reports.history': {
      answer: { lines: [{ ...line, changes: [{ field: figurePath(code), from: 1, to: figures[code] }] }] },
    },
    'reports.ofMonth': { answer: { rows: [{ facility: row, report: submitted }] } },
    'reports.awaitingReview': {
      answer: {
        waiting: [
          { facility: row, report: submitted, before: 9, findings: [finding], hasPast: true, isClear: false },
        ],
      },
    },
  } satisfies Partial<Record<OperationName, Example>>;
}
