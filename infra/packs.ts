import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from './local/userError.ts';

const folder = join(import.meta.dirname, '../functions/packs');
const Pack = z.object({ country: z.string() });

/** The file of a country's pack; a country that has none is refused with a sentence that names those that have one. */
export function packFile(country: string): string {
  const files = globSync('*.json', { cwd: folder }).map((name) => join(folder, name));
  const byCountry = new Map(
    files.map((file) => [Pack.parse(JSON.parse(readFileSync(file, 'utf8'))).country, file]),
  );
  const found = byCountry.get(country);
  if (found !== undefined) return found;
  const known = [...byCountry.keys()].sort().join(' or ');
  throw new UserError(`There is no country pack for "${country}"; the country can be ${known}.`);
}
