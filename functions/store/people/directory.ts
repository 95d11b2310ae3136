import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  type AttributeType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Account } from '../../domain/account.ts';
import { roles } from '../../domain/caller.ts';
import { Refusal } from '../../domain/refusal.ts';
import { credentialsIn } from '../credentials.ts';

/** Who may sign in, as the user pool keeps it. A user is known by the subject that the pool gave, which is our account's id. */
export class Directory {
  readonly #client: CognitoIdentityProviderClient;
  readonly #pool: string;

  constructor(environment: NodeJS.ProcessEnv) {
    const {
      AWS_REGION: region,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
      USER_POOL_ID: pool,
    } = environment;
    if (!pool) throw new Error('USER_POOL_ID is not set: this function may not touch the directory');
    this.#client = new CognitoIdentityProviderClient({
      region,
      endpoint,
      credentials: credentialsIn(environment),
      cacheMiddleware: true,
    });
    this.#pool = pool;
  }

  /** The subject of the user with this address, who is invited by e-mail where there is none yet. */
  async invite(email: string): Promise<string> {
    try {
      const { User } = await this.#client.send(
        new AdminCreateUserCommand({ ...this.#invitation(email), UserAttributes: verified(email) }),
      );
      return subjectIn(User?.Attributes);
    } catch (error) {
      const known = isNamed(error, 'UsernameExistsException') && (await this.subjectOf(email));
      if (known) return known;
      throw asRefused(error);
    }
  }

  /** Sends the user with this address another first password. */
  async inviteAgain(email: string): Promise<void> {
    await this.#client.send(
      new AdminCreateUserCommand({ ...this.#invitation(email), MessageAction: 'RESEND' }),
    );
  }

  /** Whether the user has been invited and has not signed in yet. */
  async isAwaited(accountId: string): Promise<boolean> {
    return (await this.#find(accountId))?.UserStatus === 'FORCE_CHANGE_PASSWORD';
  }

  /** The subject of the user with this address. */
  async subjectOf(email: string): Promise<string | undefined> {
    const user = await this.#find(email);
    return user && subjectIn(user.UserAttributes);
  }

  /**
   * Makes the user what the account says: the address, the one group of the role, and whether they may sign in.
   * Who is not in the directory cannot sign in, and there is nothing to make.
   */
  async follow(account: Account): Promise<void> {
    try {
      await this.#align(account);
    } catch (error) {
      if (!isNamed(error, 'UserNotFoundException')) throw asRefused(error);
    }
  }

  /** Rights are taken before others are given. */
  async #align({ accountId, email, role, deactivatedOn }: Account): Promise<void> {
    const user = this.#user(accountId);
    if (deactivatedOn) await this.#client.send(new AdminDisableUserCommand(user));
    for (const other of roles.filter((one) => one !== role))
      await this.#client.send(new AdminRemoveUserFromGroupCommand({ ...user, GroupName: other }));
    if (email)
      await this.#client.send(
        new AdminUpdateUserAttributesCommand({ ...user, UserAttributes: verified(email) }),
      );
    await this.#client.send(new AdminAddUserToGroupCommand({ ...user, GroupName: role }));
    if (!deactivatedOn) await this.#client.send(new AdminEnableUserCommand(user));
  }

  /** Ends all sessions: whoever goes on signs in anew. */
  async signOut(accountId: string): Promise<void> {
    await unlessMissing(this.#client.send(new AdminUserGlobalSignOutCommand(this.#user(accountId))));
  }

  #find(name: string) {
    return unlessMissing(this.#client.send(new AdminGetUserCommand(this.#user(name))));
  }

  #invitation(email: string) {
    return { ...this.#user(email), DesiredDeliveryMediums: ['EMAIL' as const] };
  }

  #user(name: string): { UserPoolId: string; Username: string } {
    return { UserPoolId: this.#pool, Username: name };
  }
}

/** An administrator vouches for the address: nobody is asked for a code before signing in. */
function verified(email: string): AttributeType[] {
  return [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
}

function subjectIn(attributes: AttributeType[] = []): string {
  const subject = attributes.find(({ Name }) => Name === 'sub')?.Value;
  if (!subject) throw new Error('The directory has a user without a subject.');
  return subject;
}

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** What is asked of a user who may not be there. */
async function unlessMissing<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isNamed(error, 'UserNotFoundException')) return undefined;
    throw error;
  }
}

/** What the directory does not take is the address; how much it takes at once is no fault of what was asked. */
function asRefused(error: unknown): unknown {
  const field = 'email';
  if (isNamed(error, 'AliasExistsException', 'UsernameExistsException'))
    return new Refusal('alreadyExists', 'This is the e-mail address of another person.', { field });
  if (isNamed(error, 'InvalidParameterException', 'CodeDeliveryFailureException'))
    return new Refusal('invalid', 'The directory does not take this e-mail address.', { field });
  if (isNamed(error, 'TooManyRequestsException', 'LimitExceededException'))
    return new Refusal('busy', 'Many people are writing at this moment. Try again.');
  return error;
}
