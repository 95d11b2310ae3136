import type { Day } from '../../domain/calendar.ts';
import type { CountryPack, RegionCode } from '../../domain/countryPack.ts';
import type { Silence } from '../../domain/equipment/chain/silence.ts';
import {
  concernsOn,
  longFaultySince,
  type EquipmentConcern,
  type ListedConcern,
} from '../../domain/equipment/concern.ts';
import type { Consignment, EquipmentState } from '../../domain/equipment/consignment.ts';
import { consignmentRow } from '../../domain/equipment/consignmentRow.ts';
import type { Database } from '../database.ts';
import { Consignments, faultySince, fromStateTo, type EquipmentRange } from './consignments.ts';
import { after, pageAt, positionAt } from './equipmentPosition.ts';
import { listSilent } from './silentList.ts';

interface Wanted {
  region?: RegionCode;
  state?: EquipmentState;
  equipmentType?: string;
  solutionId?: string;
  isFaulty?: 'true';
  concern?: ListedConcern;
  page?: string;
}

/** A page of equipment, with what is known of the use of units in a list of what is silent. */
interface EquipmentPage {
  found: Consignment[];
  silences?: Map<string, Silence>;
  next?: string;
}

/** A page ends with the read that fills it, so it has up to twice as many rows. */
const pageSize = 50;
/** How many rows one request looks through for what is rare before it hands back what it has. */
const readAtMost = 1000;
/** Rows of one read: while nothing is found, each reads twice as many as the one before. */
const mostAtOnce = 400;

/** The equipment of these regions, region by region, by state and since when within one, a page at a time. */
export async function listEquipment(
  database: Database,
  regions: RegionCode[],
  { region, state, equipmentType, solutionId, isFaulty, concern, page }: Wanted,
  { today, pack }: { today: Day; pack: CountryPack },
): Promise<EquipmentPage> {
  const consignments = new Consignments(database);
  const among = region ? regions.filter((known) => known === region) : regions;
  const isWanted = (one: Consignment) => {
    const row = consignmentRow(one);
    return (
      row !== undefined &&
      (!state || row.state === state) &&
      (!equipmentType || row.equipmentType === equipmentType) &&
      (!solutionId || row.solutionId === solutionId) &&
      (!isFaulty || row.faultySince !== undefined) &&
      (!concern || concern === 'silent' || concernsOn(today, row, pack).includes(concern))
    );
  };
  if (concern === 'silent') {
    const searched = !state || state === 'inUse' ? among : [];
    return listSilent(database, { regions: searched, isWanted, page }, { today, pack });
  }
  const found: Consignment[] = [];
  const range = rangeOf({ state, concern, isFaulty }, today);
  let position = positionAt(page, among, range);
  let limit = pageSize;
  for (let looked = 0; position && found.length < pageSize && looked < readAtMost;) {
    const { region: at, from } = position;
    const read = await consignments.inRegion(at, {
      limit,
      ...(range && { range }),
      ...(from && { from }),
    });
    const more = read.consignments.filter(isWanted);
    found.push(...more);
    looked += read.read;
    limit = more.length > 0 ? pageSize : Math.min(2 * limit, mostAtOnce);
    position = after(position, read.next, among);
  }
  return { found, ...(position && { next: pageAt(position) }) };
}

/** What is read for a list: what cannot be in it is mostly in use and works. */
function rangeOf(
  {
    state,
    concern,
    isFaulty,
  }: Pick<Wanted, 'state' | 'isFaulty'> & { concern?: EquipmentConcern | undefined },
  today: Day,
): EquipmentRange | undefined {
  if (concern === 'longFaulty') return faultySince(longFaultySince(today));
  if (isFaulty) return faultySince(today);
  if (state) return fromStateTo(state);
  if (concern === 'missing') return fromStateTo('shipped');
  return concern === 'stuck' ? fromStateTo('installed', 'shipped') : undefined;
}
