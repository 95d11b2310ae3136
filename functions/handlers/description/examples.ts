import type { Account } from '../../domain/account.ts';
import { ownLanguage, type CountryPack } from '../../domain/countryPack.ts';
import { pointsOf } from '../../domain/facility/facilityPoints.ts';
import { rowOf, type Facility, type FacilityRow } from '../../domain/facility/facility.ts';
import { figurePath, type Figures } from '../../domain/report/indicator.ts';
import { termsOf, type Solution } from '../../domain/solution/solution.ts';
import type { MonthlyReport } from '../../domain/report/monthlyReport.ts';
import type { Warehouse } from '../../domain/warehouse.ts';
import { at, by, key } from './circumstances.ts';
import { equipmentExamples, equipmentStory } from './equipmentExamples.ts';
import type { OperationName } from './operations.ts';
import { peopleCommands } from './peopleExamples.ts';
import { readinessExample } from './readinessExample.ts';
import { releaseOperations } from './releaseExamples.ts';
import { planExamples } from './planExamples.ts';
import { progressOperations } from './progressExamples.ts';
import { solutionOperations } from './solutionExamples.ts';
import { traceExamples } from './traceExamples.ts';
import { trainingExamples, trainingStory } from './trainingExamples.ts';
import { warehouseExamples } from './warehouseExamples.ts';

/** What an operation is given and answers, as an example. */
export interface Example {
  body?: object;
  /** An object, or a text where it is no JSON. */
  answer: object | string;
}

const month = '2024-11';

/** One story of a facility and its November, told with a country's own regions and indicators. */
export function story(pack: CountryPack) {
  const region = pack.regions[0]?.code ?? '';
  const code = pack.indicators[0]?.code ?? '';
  const facilityId = `${pack.country}-0001`;
  const names = { [ownLanguage(pack)]: 'Приклад', en: 'Example clinic' };
  const profile = {
    facilityId,
    names,
    type: pack.facilityTypes[0]?.code ?? '',
    region,
    settlement: names,
    coordinates: { lat: 49.41, lon: 24.14 },
    population: 9200,
    connectivity: 'mobile' as const,
    power: 'unreliable' as const,
    externalCodes: [{ system: pack.codeSystems[0]?.code ?? '', code: '01997789' }],
    links: [],
  };
  const facility: Facility = {
    ...profile,
    version: 5,
    stages: (['planned', 'connected', 'equipped', 'trained', 'live'] as const).map((stage, index) => ({
      stage,
      date: `2024-0${index + 1}-15`,
      by: by.accountId,
    })),
  };
  // What is part of something else is less than that.
  const figures: Figures = Object.fromEntries(
    pack.indicators
      .filter(({ asked }) => !asked)
      .map((indicator) => [indicator.code, indicator.atMost ? 1 : 2]),
  );
  const draft: MonthlyReport = {
    facilityId,
    month,
    region,
    version: 1,
    revision: 1,
    status: 'draft',
    figures,
  };
  const received = { submittedOn: '2024-12-03', submittedAt: at, onTime: true };
  const submitted: MonthlyReport = { ...draft, ...received, version: 2, status: 'submitted' };
  const reason = 'Twice the usual, please check.';
  const returned: MonthlyReport = {
    ...submitted,
    version: 3,
    status: 'returned',
    returned: { field: figurePath(code), reason, by, on: '2024-12-03' },
  };
  const approved: MonthlyReport = { ...submitted, version: 3, status: 'approved', approved: figures };
  const warehouse: Warehouse = {
    warehouseId: `${pack.country}-W01`,
    names,
    region,
    settlement: names,
    keeper: 'Taras Hnatiuk, central stores',
    version: 1,
  };
  const reports = { draft, submitted, returned, approved, reason };
  const equipment = equipmentStory(pack, facility);
  const solution: Solution = {
    solutionId: 'pregnancy-monitoring',
    names: { [ownLanguage(pack)]: 'Приклад', en: 'Pregnancy monitoring' },
    capability: pack.capabilities[0]?.code ?? '',
    equipmentTypes: pack.equipmentTypes.slice(0, 1).map(({ code }) => code),
    indicators: pack.indicators.slice(-1).map((indicator) => indicator.code),
    version: 1,
    stages: [{ status: 'preparing', date: '2024-01-15', by: by.accountId }],
  };
  const training = trainingStory(facility, solution);
  const said = {
    name: 'Andrii Melnyk',
    email: 'andrii.melnyk@example.org',
    role: 'manager' as const,
    regions: [region],
    language: ownLanguage(pack),
    reminders: true,
  };
  const account: Account = { accountId: '5b1f0c9e-6f0e-4c1b-9a55-0d6f6d0f3a11', version: 1, ...said };
  const people = { said, account };
  return {
    pack,
    region,
    code,
    profile,
    facility,
    warehouse,
    equipment,
    solution,
    training,
    people,
    figures,
    ...reports,
  };
}

type Story = ReturnType<typeof story>;

/** An example for each operation. */
export function examplesOf(told: Story): Record<OperationName, Example> {
  return {
    ...readings(told),
    ...peopleCommands(told.people),
    ...facilityCommands(told),
    ...warehouseExamples(told),
    ...equipmentExamples(told.equipment),
    ...traceExamples(told.pack, told.equipment.consignment),
    ...solutionOperations(told),
    ...planExamples(told),
    ...trainingExamples(told),
    ...reportCommands(told),
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
    ...progressOperations({
      facilityId: facility.facilityId,
      region,
      month,
      equipmentType: pack.equipmentTypes[0]?.code ?? '',
    }),
    ...releaseOperations({ region, month, facility }),
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

function facilityCommands({ pack, region, profile, facility, solution }: Story) {
  const byHand = { from: '2024-06-03', source: 'Letter of the regional health department' };
  const other = pack.regions[1]?.code ?? region;
  const { facilityId: _, region: __, ...edited } = profile;
  const planned = { ...facility, version: 1, stages: facility.stages.slice(0, 1) };
  const connected = { ...facility, version: 2, stages: facility.stages.slice(0, 2) };
  return {
    'facilities.register': {
      body: { basedOn: 0, ...key, ...profile, plannedOn: '2024-01-15' },
      answer: planned,
    },
    'facilities.edit': {
      body: { basedOn: 5, ...key, ...edited, power: 'grid' },
      answer: { ...facility, version: 6, power: 'grid' },
    },
    'facilities.import': {
      body: { ...key, isDryRun: true, rows: [{ profile: { ...profile, power: 'grid' } }] },
      answer: {
        rows: [
          {
            facilityId: profile.facilityId,
            outcome: 'changed' as const,
            changes: [{ field: 'power', from: profile.power, to: 'grid' }],
          },
        ],
      },
    },
    'facilities.changeStage': {
      body: { basedOn: 1, ...key, stage: 'connected', date: '2024-02-15' },
      answer: connected,
    },
    'facilities.correctStage': {
      body: { basedOn: 5, ...key, index: 4, date: '2024-05-14' },
      answer: { ...facility, version: 6 },
    },
    'facilities.move': {
      body: { basedOn: 5, ...key, region: other, date: '2024-11-20' },
      answer: {
        ...facility,
        version: 6,
        region: other,
        formerRegions: [{ region, until: '2024-11-20', by: by.accountId }],
      },
    },
    'facilities.checkReadiness': readinessExample(facility, solution),
    'facilities.adopt': {
      body: { basedOn: 5, ...key, solutionId: solution.solutionId, ...byHand },
      answer: {
        ...facility,
        version: 6,
        adoptions: [
          {
            solutionId: solution.solutionId,
            terms: { ...termsOf(solution), equipmentTypes: [] },
            equipment: [],
            byHand,
            periods: [{ from: byHand.from }],
          },
        ],
      },
    },
  } satisfies Partial<Record<OperationName, Example>>;
}

function reportCommands({ code, figures, draft, submitted, returned, approved, reason }: Story) {
  const { facilityId } = draft;
  const note = 'A mobile team visited the villages twice.';
  const rows = [{ facilityId, month, basedOn: 2 }];
  const why = 'One consultation was counted twice.';
  return {
    'reports.saveDraft': { body: { basedOn: 0, ...key, figures }, answer: draft },
    'reports.submit': { body: { basedOn: 1, ...key, figures, note }, answer: { ...submitted, note } },
    'reports.return': {
      body: { basedOn: 2, ...key, field: figurePath(code), reason },
      answer: returned,
    },
    'reports.approve': { body: { basedOn: 2, ...key }, answer: approved },
    'reports.correct': {
      body: { basedOn: 3, ...key, reason: why },
      answer: { ...approved, version: 4, revision: 2, status: 'draft' as const, correction: why },
    },
    'reports.attribute': { body: { basedOn: 3, ...key, reason: why }, answer: { ...approved, version: 4 } },
    'reports.approveEach': {
      body: { ...key, reports: rows },
      answer: { rows: rows.map((row) => ({ ...row, report: approved })) },
    },
  } satisfies Partial<Record<OperationName, Example>>;
}
