import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const folder = join(import.meta.dirname, '../functions/packs');
const Named = z.object({ country: z.string() });

/** The files of all country packs, by the country's code. */
function packFiles(): ReadonlyMap<string, string> {
  const files = globSync('*.json', { cwd: folder }).map((name) => join(folder, name));
  return new Map(files.map((file) => [Named.parse(JSON.parse(readFileSync(file, 'utf8'))).country, file]));
}

/** The file of a country's pack; undefined where there is none. */
export const packFile = (country: string): string | undefined => packFiles().get(country);

/** The codes of the countries that have a pack. */
export const countries = (): string[] => [...packFiles().keys()].sort();
