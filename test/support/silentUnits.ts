import type { CountryPack, RegionCode } from '../../functions/domain/countryPack.ts';
import { consignmentKind } from '../../functions/store/equipment/consignments.ts';
import { reportKind } from '../../functions/store/report/monthlyReports.ts';
import type { Write } from '../../functions/store/write.ts';
import { approvedReport } from './builders.ts';
import { consignment, inUse } from './equipment.ts';

interface Units {
  consignmentId: string;
  facilityId: string;
  region: RegionCode;
  /** The indicator that shows their use, and what the reports of September and October 2024 have of it. */
  code: string;
  uses: number;
}

/** Units in use at a facility, and its two approved reports: as they are kept, without what they count in. */
export function unitsWithReports(units: Units, pack: CountryPack): Write[] {
  const { consignmentId, facilityId, region, code, uses } = units;
  const capability = pack.capabilities[0]?.code ?? '';
  const indicators = [code];
  const [planned, ...rest] = consignment(inUse).log;
  if (!planned) throw new Error('They were planned.');
  const terms = { capability, equipmentTypes: ['tablet'], indicators, version: 1 };
  const one = consignment(inUse, {
    consignmentId,
    solution: { solutionId: 'many', terms },
    log: [{ ...planned, to: { placeId: facilityId, region } }, ...rest],
  });
  const days = pack.indicators.filter(
    ({ direction, unit }) => direction === 'circumstances' && unit === 'days',
  );
  const approved = { ...Object.fromEntries(days.map((indicator) => [indicator.code, 0])), [code]: uses };
  const reports = ['2024-09', '2024-10'].map((month) =>
    approvedReport(month, {
      facilityId,
      region,
      version: 1,
      submittedOn: '2024-11-03',
      approved,
      approvedAdopted: [{ solutionId: 'many', capability, indicators }],
    }),
  );
  return [consignmentKind.write(one, pack), ...reports.map((report) => reportKind.write(report, pack))];
}
