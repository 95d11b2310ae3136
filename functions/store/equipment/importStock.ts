import { createHash } from 'node:crypto';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { currentPlace } from '../../domain/equipment/consignmentRules.ts';
import { equippedFacility } from '../../domain/equipment/equippedFacility.ts';
import type { StockOfRow, StockOnRecord, StockRow } from '../../domain/equipment/stockImport.ts';
import type { Accepted, Decision } from '../../domain/importRows.ts';
import { facilityKind, sameFacilityCheck } from '../facility/facilities.ts';
import type { Import } from '../importRows.ts';
import { recordChange, type RecordChange } from '../recordKind.ts';
import { solutionKey } from '../solution/solutions.ts';
import type { Item } from '../write.ts';
import {
  consignmentFrom,
  consignmentKey,
  consignmentKind,
  consignmentSubject,
  placeWrites,
} from './consignments.ts';
import { placeKey, surroundingsOf, type Surroundings } from './places.ts';
import { keptSolutionIn } from './planConsignment.ts';

/** An import of equipment that is there already. */
export function stockImport(
  rows: StockRow[],
  pack: CountryPack,
  decide: (rows: StockOfRow[], onRecord: StockOnRecord) => Decision<Consignment>[],
): Import<Consignment> {
  const ofRows = rows.map((row) => ({ ...row, consignmentId: stockIdOf(row) }));
  const ids = ofRows.map(({ consignmentId }) => consignmentId);
  const placeIds = [...new Set(rows.map(({ placeId }) => placeId))];
  const solutionIds = [...new Set(rows.flatMap(({ solutionId }) => solutionId ?? []))];
  const surroundings = (items: (Item | undefined)[]) => surroundingsOf(placeIds, items.slice(ids.length));
  const onRecord = (items: (Item | undefined)[]): StockOnRecord => {
    const consignments = items.slice(0, ids.length).filter((item) => item !== undefined);
    const solutions = items.slice(ids.length + placeIds.length).flatMap((item) => keptSolutionIn(item) ?? []);
    return {
      consignments: new Map(consignments.map(consignmentFrom).map((one) => [one.consignmentId, one])),
      places: surroundings(items).places,
      solutions: new Map(solutions.map((solution) => [solution.solutionId, solution])),
    };
  };
  return {
    ids,
    subjectOf: consignmentSubject,
    keys: [
      ...ids.map(consignmentKey),
      ...placeIds.map(placeKey),
      ...solutionIds.map((solutionId) => solutionKey(pack, solutionId)),
    ],
    decide: (items) => decide(ofRows, onRecord(items)),
    changesOf: (accepted, items) => changesOf(accepted, surroundings(items)),
    // A facility is told in one go of all that it has.
    groupOf: (consignment) => currentPlace(consignment)?.placeId ?? '',
  };
}

/** The same number at the same place is the same equipment, however it is spaced and in whichever case. */
function stockIdOf({ placeId, inventoryNumber }: StockRow): string {
  const number = inventoryNumber.toLowerCase().replace(/\s+/g, '');
  const digest = createHash('sha256').update(`${placeId}\n${number}`).digest('hex');
  return `stock-${digest.slice(0, 24)}`;
}

/** The consignments, and the facilities that can use more with them. */
function changesOf(accepted: Accepted<Consignment>[], { facilities }: Surroundings): RecordChange[] {
  const byPlace = Map.groupBy(accepted, ({ after }) => currentPlace(after)?.placeId);
  return [...byPlace].flatMap(([placeId, own]) => {
    const facility = facilities.find(({ facilityId }) => facilityId === placeId);
    const now =
      facility &&
      equippedFacility(
        facility,
        own.map(({ after }) => after),
      );
    // A facility to which nothing happens is, and stays in its region, as it was when this was decided.
    const unchanged = facility && !now ? [sameFacilityCheck(facility)] : [];
    return [
      ...own.map(({ before, after }, index) =>
        recordChange(consignmentKind, before, after, [
          ...placeWrites(before, after),
          ...(index === 0 ? unchanged : []),
        ]),
      ),
      ...(now ? [recordChange(facilityKind, facility, now)] : []),
    ];
  });
}
