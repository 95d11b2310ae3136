import * as z from 'zod/mini';
import { claimOf, FacilityId, type ExternalCode, type FacilityProfile } from '../domain/facilityProfile.ts';
import type { Database } from './database.ts';
import type { Item, Key, Write } from './write.ts';

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
  const { facilityId, externalCodes = [] } = after;
  const had = new Map((before?.externalCodes ?? []).map((code) => [claimOf(code), code]));
  const has = new Set(externalCodes.map(claimOf));
  const own = {
    condition: 'attribute_not_exists(#claim) OR #facilityId = :facilityId',
    names: { '#claim': 'claim', '#facilityId': 'facilityId' },
    values: { ':facilityId': facilityId },
  };
  return [
    ...externalCodes
      .filter((code) => !had.has(claimOf(code)))
      .map((code): Write => {
        const { table, key } = claimKey(code);
        return { table, kind: 'put', item: { ...key, facilityId }, ...own };
      }),
    ...[...had.values()]
      .filter((code) => !has.has(claimOf(code)))
      .map((code): Write => ({ ...claimKey(code), kind: 'delete', ...own })),
  ];
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
