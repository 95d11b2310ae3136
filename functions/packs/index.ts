import data from '#packs';
import * as z from 'zod/mini';
import { CountryPack } from '../domain/countryPack.ts';

const Named = z.looseObject({ country: z.string() });
const written = new Map(
  [data]
    .flat()
    .map((each) => Named.parse(each))
    .map((pack) => [pack.country, pack] as const),
);
const read = new Map<string, CountryPack>();

/** The pack of a country by its ISO 3166-1 code, such as `UA`; another country's may be unfinished. */
export function packFor(country: string): CountryPack {
  const known = read.get(country);
  if (known) return known;
  const pack = written.get(country);
  if (!pack)
    throw new Error(
      `There is no country pack for "${country}"; COUNTRY can be ${[...written.keys()].join(' or ')}.`,
    );
  const parsed = CountryPack.parse(pack);
  read.set(country, parsed);
  return parsed;
}
