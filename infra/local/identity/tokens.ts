import * as z from 'zod/mini';
import type { Account } from '../../../functions/domain/account.ts';
import type { SignInPlan } from '../plan/signIn.ts';

/** Why a token is made: somebody has just signed in, or an app renews its tokens. */
export type Occasion = 'TokenGeneration_HostedAuth' | 'TokenGeneration_RefreshTokens';

const PreTokenAnswer = z.object({
  response: z.object({
    claimsAndScopeOverrideDetails: z.nullish(
      z.object({
        accessTokenGeneration: z.optional(
          z.object({ claimsToAddOrOverride: z.optional(z.record(z.string(), z.unknown())) }),
        ),
      }),
    ),
  }),
});

/** Who a token is for: the account, and the groups of the user. */
export interface Member {
  readonly account: Account;
  readonly groups: readonly string[];
}

/** The event with which Cognito asks the pre-token function (version 2) what to add to an access token. */
export function preTokenEvent(
  { account, groups }: Member,
  { poolId, clientId, scopes }: SignInPlan,
  occasion: Occasion,
) {
  return {
    version: '2',
    triggerSource: occasion,
    region: 'local',
    userPoolId: poolId,
    userName: account.accountId,
    callerContext: { awsSdkVersion: 'local', clientId },
    request: {
      userAttributes: { sub: account.accountId, name: account.name, 'cognito:user_status': 'CONFIRMED' },
      groupConfiguration: { groupsToOverride: [...groups], iamRolesToOverride: [], preferredRole: null },
      scopes,
    },
    response: { claimsAndScopeOverrideDetails: null },
  };
}

/** The claims in the function's answer. */
export function claimsIn(answer: unknown): Record<string, unknown> {
  return (
    PreTokenAnswer.parse(answer).response.claimsAndScopeOverrideDetails?.accessTokenGeneration
      ?.claimsToAddOrOverride ?? {}
  );
}
