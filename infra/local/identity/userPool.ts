import * as z from 'zod';
import type { Account } from '../../../functions/domain/account.ts';
import type { SignInPlan } from '../plan/signIn.ts';
import type { Directory, User } from './directory.ts';

/** What a user pool needs of the rest of the system. */
export interface UserPoolParts {
  readonly signIn: Pick<SignInPlan, 'poolId' | 'groups'>;
  readonly directory: Directory;
  /** The account with this id. */
  readonly find: (accountId: string) => Promise<Account | undefined>;
  /** Ends everything that somebody is signed in with. */
  readonly endSessions: (accountId: string) => void;
}

/** What Cognito answers instead of doing what was asked; `type` is the name of its exception. */
export class PoolError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const Named = { UserPoolId: z.string(), Username: z.string() };
const Attributes = z.tuple([
  z.strictObject({ Name: z.literal('email'), Value: z.string() }),
  z.strictObject({ Name: z.literal('email_verified'), Value: z.literal('true') }),
]);
const OfUser = z.strictObject(Named);
const OfGroup = z.strictObject({ ...Named, GroupName: z.string() });
const OfAttributes = z.strictObject({ ...Named, UserAttributes: Attributes });
const OfInvitation = z.strictObject({
  ...Named,
  UserAttributes: z.optional(Attributes),
  DesiredDeliveryMediums: z.tuple([z.literal('EMAIL')]),
  MessageAction: z.optional(z.literal('RESEND')),
});

/** The administration of the template's user pool, as far as our functions ask for it. Nobody is written to. */
export class UserPool {
  readonly #parts: UserPoolParts;

  constructor(parts: UserPoolParts) {
    this.#parts = parts;
  }

  /** Does what Cognito would do; an action or a parameter that is not known here is refused by name. */
  async answer(action: string, input: unknown): Promise<object> {
    switch (action) {
      case 'AdminCreateUser':
        return this.#create(this.#read(OfInvitation, input));
      case 'AdminGetUser': {
        const user = await this.#user(this.#read(OfUser, input));
        return { ...told(user), UserAttributes: attributesOf(user) };
      }
      case 'AdminUpdateUserAttributes':
        return this.#rename(this.#read(OfAttributes, input));
      case 'AdminAddUserToGroup':
        return this.#group(this.#read(OfGroup, input), (groups, name) => [...new Set([...groups, name])]);
      case 'AdminRemoveUserFromGroup':
        return this.#group(this.#read(OfGroup, input), (groups, name) =>
          groups.filter((one) => one !== name),
        );
      case 'AdminEnableUser':
        return this.#change(this.#read(OfUser, input), { isEnabled: true });
      case 'AdminDisableUser':
        return this.#change(this.#read(OfUser, input), { isEnabled: false });
      case 'AdminUserGlobalSignOut': {
        const { sub } = await this.#user(this.#read(OfUser, input));
        this.#parts.endSessions(sub);
        return {};
      }
      default:
        throw new PoolError('UnknownOperationException', `The local runner does not know ${action}.`);
    }
  }

  #read<Input extends { UserPoolId: string }>(schema: z.ZodType<Input>, input: unknown): Input {
    const { success, data, error } = schema.safeParse(input);
    if (!success)
      throw new PoolError('InvalidParameterException', `The local runner cannot: ${z.prettifyError(error)}`);
    if (data.UserPoolId !== this.#parts.signIn.poolId)
      throw new PoolError('ResourceNotFoundException', `There is no user pool ${data.UserPoolId}.`);
    return data;
  }

  #create({ Username: email, MessageAction }: z.infer<typeof OfInvitation>): object {
    const { directory } = this.#parts;
    const known = directory.withEmail(email);
    if (known && MessageAction) return { User: { ...told(known), Attributes: attributesOf(known) } };
    if (known)
      throw new PoolError('UsernameExistsException', 'An account with the given email already exists.');
    const user = directory.add(email);
    return { User: { ...told(user), Attributes: attributesOf(user) } };
  }

  async #rename({ UserAttributes: [{ Value }], ...named }: z.infer<typeof OfAttributes>): Promise<object> {
    const holder = this.#parts.directory.withEmail(Value);
    const { sub } = await this.#user(named);
    if (holder && holder.sub !== sub)
      throw new PoolError('AliasExistsException', 'An account with the given email already exists.');
    return this.#change(named, { email: Value.toLowerCase() });
  }

  async #group(
    { GroupName, ...named }: z.infer<typeof OfGroup>,
    change: (groups: readonly string[], name: string) => string[],
  ): Promise<object> {
    if (!this.#parts.signIn.groups.includes(GroupName))
      throw new PoolError('ResourceNotFoundException', `There is no group ${GroupName}.`);
    const { groups } = await this.#user(named);
    return this.#change(named, { groups: change(groups, GroupName) });
  }

  async #change(named: z.infer<typeof OfUser>, change: Partial<User>): Promise<object> {
    this.#parts.directory.keep({ ...(await this.#user(named)), ...change });
    return {};
  }

  /** The user of that subject or address; whoever has an account only, as in a sample, becomes one. */
  async #user({ Username }: z.infer<typeof OfUser>): Promise<User> {
    const { directory, find } = this.#parts;
    const known = directory.find(Username) ?? directory.withEmail(Username);
    if (known) return known;
    const account = await find(Username);
    if (!account) throw new PoolError('UserNotFoundException', 'User does not exist.');
    return { sub: account.accountId, groups: [account.role], isEnabled: true };
  }
}

/** Nobody here has a password: whoever was invited goes on waiting for their first one. */
const told = ({ sub, email, isEnabled }: User): object => ({
  Username: sub,
  Enabled: isEnabled,
  UserStatus: email ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED',
});

const attributesOf = ({ sub, email = '' }: User): object[] => [
  { Name: 'sub', Value: sub },
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
];
