import type { Account } from '../../domain/account.ts';
import { ownLanguage, type CountryPack } from '../../domain/countryPack.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import { figurePath, type Figures } from '../../domain/report/indicator.ts';
import type { MonthlyReport } from '../../domain/report/monthlyReport.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import type { Warehouse } from '../../domain/warehouse.ts';
import { at, by } from './circumstances.ts';
import { equipmentStory } from './equipmentExamples.ts';
import { trainingStory } from './trainingExamples.ts';

/** The month that the examples are of. */
export const month = '2024-11';

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

export type Story = ReturnType<typeof story>;
