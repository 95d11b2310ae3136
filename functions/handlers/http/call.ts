import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { Caller } from '../../domain/caller.ts';
import type { Day, Instant } from '../../domain/calendar.ts';
import type { CommandHead } from '../../domain/command.ts';
import type { ActionName } from '../../domain/history.ts';
import type { Person } from '../../domain/person.ts';
import { ensure } from '../../domain/refusal.ts';
import type { Command } from '../../store/change.ts';
import { moment } from './runtime.ts';

/** What a handler knows of a request besides its input. */
export interface Call {
  readonly caller: Caller;
  readonly today: Day;
  readonly at: Instant;
}

const Authorized = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }),
});

/** The call an event stands for; a public route has no caller, and asking for one is refused. */
export function callOf(event: APIGatewayProxyEventV2): Call {
  const authorized = Authorized.safeParse(event.requestContext);
  return {
    ...moment(),
    get caller() {
      ensure(authorized.success, 'forbidden', 'Sign in first.');
      return callerFrom(authorized.data.authorizer.jwt.claims);
    },
  };
}

/** The caller, as the verified token's claims say; an account without a role may do nothing. */
export function callerFrom(claims: Record<string, unknown>): Caller {
  const { sub, name, role, regions, facilityId, donorId } = claims;
  const parsed = Caller.safeParse({
    accountId: sub,
    name: name ?? '',
    role,
    ...(typeof regions === 'string' && regions && { regions: regionsIn(regions) }),
    ...(facilityId !== undefined && { facilityId }),
    ...(donorId !== undefined && { donorId }),
  });
  ensure(parsed.success, 'forbidden', 'Your account has no role yet. Ask your administrator.');
  return parsed.data;
}

function regionsIn(claim: string): 'all' | string[] {
  return claim === 'all' ? claim : claim.split(' ');
}

/** The caller as records remember people. */
export function personOf({ accountId, name }: Caller): Person {
  return { accountId, name };
}

/** What the caller asks for, as a command on a record. */
export function commandOf(
  action: ActionName,
  head: CommandHead,
  content: unknown,
  { caller, at }: Call,
): Command {
  return { ...head, action, content, by: personOf(caller), at };
}
