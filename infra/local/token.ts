import { Role, roles } from '../../functions/domain/caller.ts';
import { DemoAccounts } from './accounts.ts';
import { UserError } from './userError.ts';
import { main } from './main.ts';
import { ensureRunning } from './runningSystem.ts';
import { settingsFrom } from './settings.ts';
import { signInAs } from './signInAs.ts';

/** Prints an access token of the first demo account of a role, for scripts. */
async function printToken(wished: string | undefined): Promise<void> {
  const role = Role.safeParse(wished);
  if (!role.success) throw new UserError(`Whose token? npm run --silent token -- ${roles.join(' | ')}`);
  const { url, environment } = await ensureRunning(settingsFrom(process.env).dataDir);
  const accounts = await new DemoAccounts(environment).ofRole(role.data);
  const first = accounts.find(({ deactivatedOn }) => !deactivatedOn);
  if (!first) throw new UserError(`There is no demo account of the role ${role.data} at ${url}.`);
  console.log(await signInAs(url, first.accountId));
}

await main(() => printToken(process.argv[2]));
