import type { Day } from '../../domain/calendar.ts';
import type { CountryPack, RegionCode } from '../../domain/countryPack.ts';
import { inUseAt, judgedMonths, silenceOf, type Silence } from '../../domain/equipment/chain/silence.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import type { Database } from '../database.ts';
import { MonthlyReports } from '../report/monthlyReports.ts';
import { Consignments, fromStateTo } from './consignments.ts';
import { after, pageAt, positionAt } from './equipmentPosition.ts';

/** So many units in use are looked at for a page, up to twice as many with the read that completes them: few are silent. */
const lookAt = 50;
/** How many reads one request looks for them, as in regions that have none. */
const mostReads = 9;

interface Looked {
  regions: RegionCode[];
  isWanted: (consignment: Consignment) => boolean;
  page: string | undefined;
}

/** What is silent of the equipment in use in these regions; a page may have none, and further ones more. */
export async function listSilent(
  database: Database,
  { regions, isWanted, page }: Looked,
  known: { today: Day; pack: CountryPack },
): Promise<{ found: Consignment[]; silences: Map<string, Silence>; next?: string }> {
  const consignments = new Consignments(database);
  const inUse: Consignment[] = [];
  const range = fromStateTo('inUse');
  let position = positionAt(page, regions, range);
  for (let reads = 0; position && inUse.length < lookAt && reads < mostReads; reads += 1) {
    const { region, from } = position;
    const read = await consignments.inRegion(region, { range, limit: lookAt, ...(from && { from }) });
    inUse.push(...read.consignments.filter((one) => inUseAt(one) && isWanted(one)));
    position = after(position, read.next, regions);
  }
  const silences = await silencesOf(database, inUse, known);
  const found = inUse.filter(({ consignmentId }) => silences.get(consignmentId)?.verdict === 'silent');
  return { found, silences, ...(position && { next: pageAt(position) }) };
}

/** What the two months say of units that are in use by their record, by their consignment; of others nothing. */
export async function silencesOf(
  database: Database,
  consignments: Consignment[],
  known: { today: Day; pack: CountryPack },
): Promise<Map<string, Silence>> {
  const facilityIds = new Set(consignments.flatMap((one) => inUseAt(one)?.placeId ?? []));
  const months = judgedMonths(known.today, known.pack);
  const wanted = [...facilityIds].flatMap((facilityId) => months.map((month) => ({ facilityId, month })));
  const reports = Map.groupBy(
    await new MonthlyReports(database).these(wanted),
    ({ facilityId }) => facilityId,
  );
  return new Map(
    consignments.flatMap((one) => {
      const silence = silenceOf(one, reports.get(inUseAt(one)?.placeId ?? '') ?? [], known);
      return silence ? [[one.consignmentId, silence] as const] : [];
    }),
  );
}
