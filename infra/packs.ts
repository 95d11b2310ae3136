import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from './local/userError.ts';

/** Where each country's pack has a folder. */
export const packsFolder = join(import.meta.dirname, '../functions/packs');
const Pack = z.object({ country: z.string() });

/** The file of a country's pack; a country that has none is refused with a sentence that names those that have one. */
export function packFile(country: string): string {
  const files = globSync('*/pack.json', { cwd: packsFolder }).map((name) => join(packsFolder, name));
  const byCountry = new Map(
    files.map((file) => [Pack.parse(JSON.parse(readFileSync(file, 'utf8'))).country, file]),
  );
  const found = byCountry.get(country);
  if (found !== undefined) return found;
  const known = [...byCountry.keys()].sort().join(' or ');
  throw new UserError(`There is no country pack for "${country}"; the country can be ${known}.`);
}

/** The file of a country's boundaries beside its pack; undefined where nobody has given any. */
export function boundariesFile(country: string): string | undefined {
  const file = join(dirname(packFile(country)), 'boundaries.json');
  return existsSync(file) ? file : undefined;
}
