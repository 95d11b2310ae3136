import type { CountryPack } from './domain/countryPack.ts';
import { packFor } from './packs/index.ts';
import { checkProgress, sentencesOf, type Check } from './rebuild/check.ts';
import { repair, upgrade } from './rebuild/repair.ts';
import { Database } from './store/database.ts';

/** The command line: `--check` only looks, `--upgrade` also mends what an older release wrote. Resolves with the exit code. */
async function main(args: string[], database: Database, pack: CountryPack): Promise<number> {
  if (args.includes('--check')) return told(await checkProgress(database, pack));
  const { mended, left } = await (args.includes('--upgrade') ? upgrade : repair)(database, pack);
  if (mended > 0) console.log(`mended: ${count(mended)} difference${mended > 1 ? 's' : ''}`);
  return told(left);
}

function told(check: Check): number {
  const sentences = sentencesOf(check);
  for (const sentence of sentences) console.log(sentence);
  if (sentences.length > 0) return 1;
  const records = Object.entries(check.records).map(([name, amount]) => `${count(amount)} ${name}`);
  console.log(`progress equals its records: ${records.join(', ')}, ${count(check.rows)} rows`);
  return 0;
}

function count(amount: number): string {
  return amount.toLocaleString('en');
}

if (import.meta.main) {
  const pack = packFor(process.env['COUNTRY'] ?? '');
  process.exitCode = await main(process.argv.slice(2), new Database(process.env), pack);
}
