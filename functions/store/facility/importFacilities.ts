import type { ImportRow, OnRecord } from '../../domain/facility/facilityImport.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import type { Decision } from '../../domain/importRows.ts';
import { claimKey, claimWrites, holdersOf } from './externalCodes.ts';
import { facilityFrom, facilityKind } from './facilities.ts';
import type { Import } from '../importRows.ts';
import { recordChange } from '../recordKind.ts';
import type { Item } from '../write.ts';

/** An import of facilities. */
export function facilitiesImport(
  rows: ImportRow[],
  decide: (onRecord: OnRecord) => Decision<Facility>[],
): Import<Facility> {
  const profiles = rows.map(({ profile }) => profile);
  const linked = profiles.flatMap(({ links = [] }) => links.map(({ facilityId }) => facilityId));
  const known = [...new Set([...profiles.map(({ facilityId }) => facilityId), ...linked])];
  const codes = profiles.flatMap(({ externalCodes = [] }) => externalCodes);
  const onRecord = (items: (Item | undefined)[]): OnRecord => {
    const facilities = items.slice(0, known.length).filter((item) => item !== undefined);
    return {
      facilities: new Map(facilities.map(facilityFrom).map((facility) => [facility.facilityId, facility])),
      holders: holdersOf(codes, items.slice(known.length)),
    };
  };
  return {
    ids: profiles.map(({ facilityId }) => facilityId),
    subjectOf: (facilityId) => `facility#${facilityId}`,
    keys: [
      ...known.map((facilityId) => ({ table: 'facilities' as const, key: { facilityId } })),
      ...codes.map(claimKey),
    ],
    decide: (items) => decide(onRecord(items)),
    changesOf: (accepted) =>
      accepted.map(({ before, after }) =>
        recordChange(facilityKind, before, after, claimWrites(before, after)),
      ),
    groupOf: ({ facilityId }) => facilityId,
  };
}
