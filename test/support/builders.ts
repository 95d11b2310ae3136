import type { Month } from '../../functions/domain/calendar.ts';
import type { Indicator } from '../../functions/domain/report/indicator.ts';
import type { Facility, StageChange } from '../../functions/domain/facility/facility.ts';
import type { MonthlyReport, ReportCase } from '../../functions/domain/report/monthlyReport.ts';
import { CountryPack } from '../../functions/domain/countryPack.ts';

const names = (en: string) => ({ en, uk: en, be: en, ru: en });

function indicator(code: string, key: string, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    key,
    direction: 'teleconsultation',
    names: names(code),
    help: names(code),
    unit: 'consultations',
    aggregation: 'sum',
    max: 500,
    zeroMustBeTyped: true,
    ...more,
  };
}

/** A small country with every kind of indicator. */
export const testPack: CountryPack = CountryPack.parse({
  country: 'UA',
  names: names('Testland'),
  ministry: { names: names('Ministry'), reference: 'UA-EDR-1', organisationType: '10' },
  languages: ['en', 'uk'],
  timeZone: 'Europe/Kyiv',
  currency: 'UAH',
  programmeStart: '2022-01-01',
  dueDay: 10,
  locationPolicy: 'settlement',
  progressShards: 1,
  regions: [
    { code: 'UA-46', names: names('Lviv') },
    { code: 'UA-51', names: names('Odesa') },
  ],
  facilityTypes: [{ code: 'ruralClinic', names: names('Rural clinic') }],
  codeSystems: [
    { code: 'register', names: names('National register') },
    { code: 'dhis2', names: names('DHIS2') },
  ],
  capabilities: [
    { code: 'pregnancyMonitoring', key: 'p', direction: 'telemetry', names: names('pregnancy monitoring') },
    { code: 'trauma', key: 't', direction: 'teleconsultation', names: names('trauma consultation') },
  ],
  daysUntilStuck: { planned: 120, shipped: 45, received: 60, installed: 90 },
  equipmentTypes: [
    { code: 'complex', names: names('Portable complex') },
    { code: 'tablet', names: names('Tablet') },
  ],
  indicators: [
    indicator('doctorToDoctor', 'dd', { countsAs: 'teleconsultations' }),
    indicator('doctorToPatient', 'dp', { countsAs: 'teleconsultations' }),
    indicator('resolved', 'rs', { atMost: ['doctorToDoctor', 'doctorToPatient'] }),
    indicator('traumas', 'tr', { atMost: ['doctorToDoctor'], asked: 'whereAdopted' }),
    indicator('staff', 'st', { aggregation: 'last', unit: 'people', zeroMustBeTyped: false }),
    indicator('daysWithoutPower', 'dw', { direction: 'circumstances', unit: 'days' }),
  ],
});

/** Complete and right figures of the small country. */
export const figures = { doctorToDoctor: 3, doctorToPatient: 4, resolved: 2, staff: 5, daysWithoutPower: 0 };

const path = ['planned', 'connected', 'equipped', 'trained', 'live'] as const;

/** A facility in Lviv region that went live on 2024-01-15. */
export function liveFacility(more: Partial<Facility> = {}): Facility {
  const stages: StageChange[] = path.map((stage, index) => ({
    stage,
    date: `2024-01-${11 + index}`,
    by: 'test',
  }));
  return {
    facilityId: 'UA-0001',
    names: { en: 'Khodoriv district clinic', uk: 'Ходорівська районна клініка' },
    type: 'ruralClinic',
    region: 'UA-46',
    settlement: { en: 'Khodoriv', uk: 'Ходорів' },
    connectivity: 'mobile',
    power: 'unreliable',
    version: stages.length,
    stages,
    ...more,
  };
}

/** An approved report of `UA-0001` in Lviv region. */
export function approvedReport(month: Month, more: Partial<MonthlyReport> = {}): MonthlyReport {
  return {
    facilityId: 'UA-0001',
    month,
    region: 'UA-46',
    version: 2,
    revision: 1,
    status: 'approved',
    figures: {},
    ...more,
  };
}

/** A report of November 2024 that waits for review, of a facility with this code. */
export function waitingReport(facilityId: string): MonthlyReport {
  const submittedAt = '2024-12-02T08:00:00.000Z';
  return approvedReport('2024-11', { facilityId, version: 1, status: 'submitted', figures, submittedAt });
}

/** The circumstances of a command about November 2024, on 3 December. */
export function reportCase(report?: MonthlyReport, more: Partial<ReportCase> = {}): ReportCase {
  return {
    pack: testPack,
    facility: liveFacility(),
    month: '2024-11',
    report,
    today: '2024-12-03',
    at: '2024-12-03T08:00:00.000Z',
    ...more,
  };
}
