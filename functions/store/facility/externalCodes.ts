import * as z from 'zod/mini';
import {
  claimOf,
  FacilityId,
  type ExternalCode,
  type FacilityProfile,
} from '../../domain/facility/facilityProfile.ts';
import { claimsWrites } from '../claims.ts';
import type { Database } from '../database.ts';
import type { Item, Key, Write } from '../write.ts';

type Coded = Pick<FacilityProfile, 'facilityId' | 'externalCodes'>;

/** That a code is a facility's; written with the facility, so that no two have the same one. */
const Claim = z.object({ facilityId: FacilityId });
const holderIn = (item: Item | undefined) => item && Claim.parse(item).facilityId;

/** Where the claim on a code is kept. */
export function claimKey(code: ExternalCode): { table: 'externalCodes'; key: Key } {
  return { table: 'externalCodes', key: { claim: claimOf(code) } };
}

/** Those of these codes that are another facility's; `claims` are what is at their keys. */
export function takenCodes(
  { facilityId, externalCodes = [] }: Coded,
  claims: (Item | undefined)[],
): ExternalCode[] {
  return externalCodes.filter((_, index) => (holderIn(claims[index]) ?? facilityId) !== facilityId);
}

/** Whose each of these codes is, by its claim; `claims` are what is at their keys. */
export function holdersOf(codes: ExternalCode[], claims: (Item | undefined)[]): Map<string, string> {
  return new Map(
    codes.flatMap((code, index) => {
      const holder = holderIn(claims[index]);
      return holder === undefined ? [] : [[claimOf(code), holder] as const];
    }),
  );
}

/** Claims the codes that a facility has got, and lets go of those that it has no more. */
export function claimWrites(before: Coded | undefined, after: Coded): Write[] {
  const { facilityId, externalCodes } = after;
  const claimed = (codes: ExternalCode[] = []) => codes.map(claimOf);
  return claimsWrites(
    { table: 'externalCodes', key: 'claim', holder: ['facilityId', facilityId] },
    claimed(before?.externalCodes),
    claimed(externalCodes),
  );
}

/** The facilities that have this code in one of these systems. */
export async function facilitiesWithCode(
  database: Database,
  code: string,
  systems: string[],
): Promise<string[]> {
  const claims = await database.get(systems.map((system) => claimKey({ system, code })));
  return [...new Set(claims.flatMap((claim) => holderIn(claim) ?? []))];
}
