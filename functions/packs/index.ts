import data from '#packs';
import * as z from 'zod/mini';
import { CountryPack } from '../domain/countryPack.ts';

const packs = z.array(z.looseObject({ country: z.string() })).parse([data].flat());
const read = new Map<string, CountryPack>();

/** The pack of a country by its ISO 3166-1 code, such as `UA`; another country's may be unfinished. */
export function packFor(country: string): CountryPack {
  const known = read.get(country);
  if (known) return known;
  const pack = packs.find((each) => each.country === country);
  const others = packs.map((each) => each.country).join(' or ');
  if (!pack) throw new Error(`There is no pack for "${country}"; COUNTRY can be ${others}.`);
  const parsed = CountryPack.parse(pack);
  read.set(country, parsed);
  return parsed;
}
