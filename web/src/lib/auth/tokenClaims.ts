import type { Caller } from '#functions/domain/caller.ts';
import { shaped } from '#lib/offline/localStorage.ts';

interface Claims extends Omit<Caller, 'accountId' | 'regions'> {
  sub: string;
  /** `all`, or codes with spaces between. */
  regions?: string;
}

const isClaims = shaped<Claims>('sub', 'role', 'name');
const isSpeaker = shaped<{ language: string }>('language');

/** Who an access token is for, as its own claims say. The API checks tokens; here it only spares a question. */
export function callerIn(access: string): Caller | undefined {
  const claims = claimsOf(access);
  if (!isClaims(claims)) return undefined;
  const { sub, name, role, regions, facilityId, donorId } = claims;
  return {
    accountId: sub,
    name,
    role,
    ...(regions && { regions: regions === 'all' ? regions : regions.split(' ') }),
    ...(facilityId && { facilityId }),
    ...(donorId && { donorId }),
  };
}

/** In which language the account that an access token is for is written to. */
export function languageIn(access: string): string | undefined {
  const claims = claimsOf(access);
  return isSpeaker(claims) ? claims.language : undefined;
}

function claimsOf(access: string): unknown {
  try {
    const bytes = atob((access.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
  } catch {
    return undefined;
  }
}
