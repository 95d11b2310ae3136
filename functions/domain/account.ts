import * as z from 'zod/mini';
import { Day } from './calendar.ts';
import { Caller, Role, type Regions } from './caller.ts';
import { RegionCode, regionCodes, type CountryPack } from './countryPack.ts';
import { DonorId } from './equipment/giverIds.ts';
import { FacilityId } from './facility/facilityProfile.ts';
import { Language, Names } from './names.ts';
import { plainText } from './plainText.ts';
import { ensure } from './refusal.ts';
import { lineOf } from './text.ts';

/** What an account is known by: on AWS the subject that the directory gave. */
export const AccountId = z.string().check(z.regex(/^[\w-]{1,128}$/));

const local = "[a-z0-9_+&'-]+(?:\\.[a-z0-9_+&'-]+)*";
const domain = '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]';
/** An e-mail address, in small letters: two that differ in capitals are one person's. */
export const EmailAddress = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(128), z.regex(new RegExp(`^${local}@${domain}$`)));

/** Why letters to an address are not sent any more: it does not take them, or whoever reads them has complained. */
export const Undeliverable = z.strictObject({
  email: z.string(),
  on: Day,
  why: z.enum(['bounced', 'complained']),
});
export type Undeliverable = z.infer<typeof Undeliverable>;

/** A person's account: what the token will say of them, and what the sign-in page of a demo does in the reader's language. */
export const Account = z.extend(Caller, {
  /** The first releases did not count the changes of an account. */
  version: z._default(z.int().check(z.minimum(1)), 1),
  email: z.optional(z.string()),
  /** In which they are written to. */
  language: z.optional(Language),
  /** Whether they are reminded of what is due. */
  reminders: z.optional(z.boolean()),
  /** An address to which nothing is sent; it counts while it is the account's. */
  undeliverable: z.optional(Undeliverable),
  /** Since when they may not sign in. */
  deactivatedOn: z.optional(Day),
  names: z.optional(Names),
  note: z.optional(z.union([z.string(), Names])),
});
export type Account = z.infer<typeof Account>;

/** An account as samples and the first releases give it. */
export type GivenAccount = z.input<typeof Account>;

/** A person as lists show them. */
export const PersonRow = z.pick(Account, {
  accountId: true,
  name: true,
  email: true,
  role: true,
  regions: true,
  facilityId: true,
  donorId: true,
  deactivatedOn: true,
});
export type PersonRow = z.infer<typeof PersonRow>;

/** What an administrator says of a person. */
export const AccountBody = z.strictObject({
  name: lineOf(100),
  email: EmailAddress,
  role: Role,
  /** Of a manager. */
  regions: z.optional(
    z.union([z.literal('all'), z.array(RegionCode).check(z.minLength(1), z.maxLength(100))]),
  ),
  /** Of a head. */
  facilityId: z.optional(FacilityId),
  /** Of a donor partner. */
  donorId: z.optional(DonorId),
  language: Language,
  reminders: z.boolean(),
});
export type AccountBody = z.infer<typeof AccountBody>;

/** What is to be known for saying something of a person. */
export interface PersonCase {
  pack: Pick<CountryPack, 'regions' | 'languages'>;
  /** Whether the facility or the donor that is named is on record. */
  isOnRecord: boolean;
  /** Whose the e-mail address is already. */
  emailOf?: string;
}

/** A new person, by the name that the directory has for them. */
export function addPerson(accountId: string, body: AccountBody, on: PersonCase): Account {
  return { accountId, version: 1, ...checkedBody(accountId, body, on) };
}

/** The person becomes this, as a whole. Nobody takes the rights of an administrator from themselves: one is always left. */
export function editPerson(account: Account, body: AccountBody, on: PersonCase & { by: string }): Account {
  const { accountId, version, names, note, deactivatedOn, undeliverable } = account;
  ensureOther(accountId !== on.by || body.role === account.role, 'role');
  return {
    accountId,
    version: version + 1,
    ...checkedBody(accountId, body, on),
    ...(names && body.name === account.name && { names }),
    ...(note && { note }),
    ...(undeliverable?.email === body.email && { undeliverable }),
    ...(deactivatedOn && { deactivatedOn }),
  };
}

/** The person is sent a first password once more: the one before is good for a week. */
export function invitePerson(account: Account): Account {
  ensure(!account.deactivatedOn, 'wrongState', 'This person is deactivated.');
  return { ...account, version: account.version + 1 };
}

/** The person may not sign in from now on; what they did stays theirs. */
export function deactivatePerson(account: Account, { by, today }: { by: string; today: Day }): Account {
  ensureOther(account.accountId !== by);
  ensure(!account.deactivatedOn, 'wrongState', 'This person is deactivated already.');
  return { ...account, version: account.version + 1, deactivatedOn: today };
}

/** The person may sign in again, as who they were. */
export function reactivatePerson(account: Account): Account {
  const { deactivatedOn, ...rest } = account;
  ensure(deactivatedOn, 'wrongState', 'This person is active.');
  return { ...rest, version: account.version + 1 };
}

/** Whether someone with this account may act as an administrator at this moment, whatever their token still says. */
export function isActiveAdministrator(account: Account | undefined): boolean {
  return account?.role === 'admin' && !account.deactivatedOn;
}

/** Whether two states of an account give the same rights. */
export function isSameReach(one: Account, other: Account): boolean {
  return plainText(reachOf(one)) === plainText(reachOf(other));
}

const reachOf = ({ role, regions, facilityId, donorId }: Account) => ({ role, regions, facilityId, donorId });

function ensureOther(isOther: boolean, field?: string): void {
  ensure(
    isOther,
    'ownAccount',
    'Another administrator can do this to your account; you cannot.',
    field ? { field } : {},
  );
}

function checkedBody(accountId: string, body: AccountBody, { pack, isOnRecord, emailOf }: PersonCase) {
  const { language, regions, facilityId, donorId } = body;
  ensure(pack.languages.includes(language), 'invalid', `This country does not use "${language}".`, {
    field: 'language',
  });
  ensureScope(body);
  const unknown = codesIn(regions).find((code) => !regionCodes(pack).includes(code));
  ensure(!unknown, 'unknownRegion', `There is no region "${unknown}" in this country.`, { field: 'regions' });
  ensure(!facilityId || isOnRecord, 'invalid', `There is no facility "${facilityId}".`, {
    field: 'facilityId',
  });
  ensure(!donorId || isOnRecord, 'invalid', `There is no donor "${donorId}".`, { field: 'donorId' });
  ensure(
    (emailOf ?? accountId) === accountId,
    'alreadyExists',
    'This is the e-mail address of another person.',
    {
      field: 'email',
    },
  );
  return Array.isArray(regions) ? { ...body, regions: [...new Set(regions)].sort() } : body;
}

/** The part of the country that each role is given. */
const scopeFields = { manager: 'regions', head: 'facilityId', donor: 'donorId', admin: undefined } as const;

/** A person is given what belongs to their role, and nothing else. */
function ensureScope(body: AccountBody): void {
  const own = scopeFields[body.role];
  for (const field of ['regions', 'facilityId', 'donorId'] as const) {
    const isRight = (body[field] !== undefined) === (field === own);
    const sentence = field === own ? `A ${body.role} is given this.` : `A ${body.role} is not given this.`;
    ensure(isRight, 'invalid', sentence, { field });
  }
}

function codesIn(regions: Regions | undefined): string[] {
  return Array.isArray(regions) ? regions : [];
}
