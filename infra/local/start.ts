import { boot } from './boot.ts';
import type { Booted } from './boot.ts';
import { UserError } from './userError.ts';
import { main } from './main.ts';
import { settingsFrom } from './settings.ts';

let booted: Booted | undefined;

/** Ctrl-C, or whoever manages us: while things are still being started, they end with us. */
async function leave(): Promise<void> {
  await booted?.stop();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave());

await main(async () => {
  booted = await boot(settingsFrom(process.env, process.argv.slice(2)));
  console.log(`ready ${booted.system.url}`);
  const sentence = await booted.failed;
  await booted.stop();
  throw new UserError(sentence);
});
