import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import type { Regions } from '../domain/caller.ts';
import { Accounts } from '../store/people/accounts.ts';
import { database } from './http/database.ts';
import { logger } from './http/runtime.ts';

const accounts = new Accounts(database);

/**
 * Cognito asks before it signs an access token: the account says who the person is to us.
 * The role counts only if the person is in the group of that name, so the directory and the table must agree. Who was
 * deactivated gets none, also while the directory has not heard of it.
 */
export async function handler(
  event: PreTokenGenerationV2TriggerEvent,
): Promise<PreTokenGenerationV2TriggerEvent> {
  const { userAttributes, groupConfiguration } = event.request;
  const account = await accounts.find(userAttributes['sub'] ?? '');
  const isMember = account && groupConfiguration.groupsToOverride?.includes(account.role);
  if (!account || !isMember || account.deactivatedOn) {
    logger.warn('signed in without a role', { sub: userAttributes['sub'] });
    return event;
  }
  const { name, role, regions, facilityId, donorId, language } = account;
  const claims = { name, role, regions: regions && told(regions), facilityId, donorId, language };
  event.response = {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: { claimsToAddOrOverride: withoutUndefined(claims) },
    },
  };
  return event;
}

/** `all`, or the codes with spaces between; a claim that is not there reaches nothing. */
function told(regions: Regions): string {
  return regions === 'all' ? regions : regions.join(' ');
}

function withoutUndefined(claims: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
