import { AccountId, type Account, type PersonRow } from '../../domain/account.ts';
import { Role, roles } from '../../domain/caller.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Accounts, type RolePosition } from './accounts.ts';
import type { Database } from '../database.ts';
import { accountWithEmail } from './emails.ts';

interface Wanted {
  role?: Role;
  text?: string;
  page?: string;
}

/** A page ends with the read that fills it, so it has up to twice as many rows. */
const pageSize = 100;
/** How many rows one request looks through for a rare text before it hands back what it has. */
const readAtMost = 2000;

/** People role by role, a page at a time; who has the text as their e-mail address comes first. */
export async function listPeople(
  database: Database,
  { role, text, page }: Wanted,
): Promise<{ people: PersonRow[]; next?: string }> {
  const accounts = new Accounts(database);
  const wanted = role ? [role] : [...roles];
  const sought = text?.trim().toLowerCase();
  const addressee = sought && !page ? await accountWithEmail(database, sought) : undefined;
  const first = addressee && (await accounts.find(addressee));
  const found = first && wanted.includes(first.role) ? [rowOf(first)] : [];
  let position = page === undefined ? startOf(wanted[0]) : positionAt(page, wanted);
  for (let looked = 0; position && found.length < pageSize && looked < readAtMost;) {
    const { accounts: some, read, next } = await accounts.pageOfRole(position, pageSize);
    found.push(...some.filter((one) => matches(one, sought) && one.accountId !== addressee).map(rowOf));
    looked += read;
    position = next
      ? { role: position.role, after: next }
      : startOf(wanted[wanted.indexOf(position.role) + 1]);
  }
  return { people: found, ...(position && { next: pageAt(position) }) };
}

function rowOf(account: Account): PersonRow {
  const { accountId, name, email, role, regions, facilityId, donorId, deactivatedOn } = account;
  return {
    accountId,
    name,
    role,
    ...(email && { email }),
    ...(regions && { regions }),
    ...(facilityId && { facilityId }),
    ...(donorId && { donorId }),
    ...(deactivatedOn && { deactivatedOn }),
  };
}

function matches({ name, names, email, facilityId, donorId }: Account, sought: string | undefined): boolean {
  if (!sought) return true;
  return [name, ...Object.values(names ?? {}), email, facilityId, donorId].some((part) =>
    part?.toLowerCase().includes(sought),
  );
}

function startOf(role: Role | undefined): RolePosition | undefined {
  return role && { role };
}

/** A page's address: the role, and the account after which it begins; `head` or `head.1b2c`. */
function pageAt({ role, after }: RolePosition): string {
  return after ? `${role}.${after}` : role;
}

function positionAt(page: string, wanted: Role[]): RolePosition {
  const [name, id, ...rest] = page.split('.');
  const role = Role.safeParse(name);
  const after = AccountId.safeParse(id);
  const isPage = role.success && wanted.includes(role.data) && rest.length === 0;
  if (!isPage || (id !== undefined && !after.success))
    throw new Refusal('invalid', 'This is not a page of this list.', { field: 'page' });
  return { role: role.data, ...(after.success && { after: after.data }) };
}
