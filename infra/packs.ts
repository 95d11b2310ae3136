import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod/mini';
import { UserError, messageOf } from './local/userError.ts';

/** Where each country's pack has a folder. */
export const packsFolder = join(import.meta.dirname, '../functions/packs');
const Pack = z.object({ country: z.string() });

/** The file of a country's pack; a country that has none is refused with a sentence that names those that have one. */
export function packFile(country: string): string {
  const files = globSync('*/pack.json', { cwd: packsFolder }).map((name) => join(packsFolder, name));
  const byCountry = new Map(
    files.flatMap((file) => {
      const pack = Pack.safeParse(readJson(file));
      return pack.success ? [[pack.data.country, file] as const] : [];
    }),
  );
  const found = byCountry.get(country);
  if (found !== undefined) return found;
  const known = [...byCountry.keys()].sort().join(' or ');
  throw new UserError(`There is no pack for "${country}"; the country can be ${known}.`);
}

/** What a file of a country says; one that is no JSON is refused with its name. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new UserError(`${relative(process.cwd(), file)} is no JSON: ${messageOf(cause)}.`, { cause });
  }
}

/** What else a country's folder may hold: where its regions are, a small picture of them, and where on it their numbers stand. */
type Beside = 'boundaries.json' | 'outline.svg' | 'labels.json';

/** A file beside a country's pack; undefined where nobody has made it. */
export const fileBeside = (country: string, name: Beside): string | undefined =>
  fileIn(dirname(packFile(country)), name);

function fileIn(folder: string, name: Beside): string | undefined {
  const file = join(folder, name);
  return existsSync(file) ? file : undefined;
}

/** The file of a country's boundaries. */
export const boundariesFile = (country: string): string | undefined => fileBeside(country, 'boundaries.json');

/** The small picture of a country by the file of its pack, with where numbers stand on it; none where nobody has drawn it. */
export function outlineBeside(pack: string): Record<string, { svg: string; labels: unknown }> {
  const [picture, labels] = [fileIn(dirname(pack), 'outline.svg'), fileIn(dirname(pack), 'labels.json')];
  if (!picture || !labels) return {};
  const { country } = Pack.parse(readJson(pack));
  return { [country]: { svg: readFileSync(picture, 'utf8'), labels: readJson(labels) } };
}
