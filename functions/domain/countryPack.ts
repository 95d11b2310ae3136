import * as z from 'zod/mini';
import { Indicator } from './indicator.ts';
import { Language, Names } from './names.ts';

/** ISO 3166-2 code of a first-level division, such as `UA-46`. */
export const RegionCode = z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/));
export type RegionCode = z.infer<typeof RegionCode>;

export const Region = z.strictObject({ code: RegionCode, names: Names });
export type Region = z.infer<typeof Region>;

export const FacilityType = z.strictObject({
  code: z.string().check(z.regex(/^[a-z][a-zA-Z]+$/)),
  names: Names,
});

/** How exactly a place may be shown to the public. */
export const LocationPolicy = z.enum(['exact', 'settlement', 'region', 'hidden']);

/** Everything country-specific, as data. */
export const CountryPack = z
  .strictObject({
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
    names: Names,
    languages: z.array(Language).check(z.minLength(1)),
    timeZone: z.string(),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    /** Day of the following month by whose end a report is due. */
    dueDay: z.int().check(z.minimum(1), z.maximum(28)),
    locationPolicy: LocationPolicy,
    /** Rows a region-month is split in, so that no row takes more writes than DynamoDB allows; 1 up to some 20,000 facilities. */
    progressShards: z.int().check(z.minimum(1), z.maximum(16)),
    regions: z.array(Region).check(z.minLength(1)),
    facilityTypes: z.array(FacilityType).check(z.minLength(1)),
    indicators: z.array(Indicator).check(z.minLength(1)),
  })
  .check(
    z.refine((pack) => isUnique(pack.regions.map((region) => region.code)), 'region codes repeat'),
    z.refine((pack) => isUnique(pack.indicators.map((i) => i.code)), 'indicator codes repeat'),
    z.refine(
      (pack) => pack.regions.every((r) => r.code.startsWith(pack.country)),
      'a region of another country',
    ),
  );
export type CountryPack = z.infer<typeof CountryPack>;

function isUnique(values: string[]): boolean {
  return new Set(values).size === values.length;
}
