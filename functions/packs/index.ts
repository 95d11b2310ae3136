import data from '#packs';
import { CountryPack } from '../domain/countryPack.ts';

const packs = new Map(
  [data]
    .flat()
    .map((each) => CountryPack.parse(each))
    .map((pack) => [pack.country, pack] as const),
);

/** The pack of a country by its ISO 3166-1 code, such as `UA`. */
export function packFor(country: string): CountryPack {
  const pack = packs.get(country);
  if (pack) return pack;
  throw new Error(
    `There is no country pack for "${country}"; COUNTRY can be ${[...packs.keys()].join(' or ')}.`,
  );
}
