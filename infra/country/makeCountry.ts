import type { Day } from '../../functions/domain/calendar.ts';
import type { CountryPack } from '../../functions/domain/countryPack.ts';
import type { Boundaries } from './boundaries.ts';
import { differences, isoName, type Difference } from './differences.ts';
import { newPack, type NewPack } from './newPack.ts';
import { namedRegion } from './regionNames.ts';
import type { Division } from './source.ts';
import { boundariesOf } from './topology.ts';

interface Wish {
  /** ISO 3166-1 code. */
  country: string;
  divisions: readonly Division[];
  /** Codes about which a person has decided that the boundaries are right, and ISO 3166-2 is not. */
  accepted: readonly string[];
  /** The country whose lists are the beginning. */
  like: CountryPack;
  today: Day;
}

/** What became of it: a pack and boundaries, or the differences at which it stopped. */
export type Made = { stoppedAt: Difference[] } | { pack: NewPack; boundaries: Boundaries; notes: string[] };

/** Makes a country's pack and boundaries of its divisions, where these are the ones of ISO 3166-2. */
export function makeCountry({ country, divisions, accepted, like, today }: Wish): Made {
  const stoppedAt = differences(country, divisions).filter(
    ({ code }) => code === undefined || !accepted.includes(code),
  );
  if (stoppedAt.length > 0) return { stoppedAt };
  const shaped = divisions.flatMap(({ code, shape }) => (code === undefined ? [] : [{ code, shape }]));
  const missing = accepted.filter((code) => isoName(code) && !shaped.some((each) => each.code === code));
  const named = [
    ...divisions.flatMap(({ code, names }) => (code === undefined ? [] : [namedRegion(code, names)])),
    ...missing.map((code) => namedRegion(code, {})),
  ].toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return {
    pack: newPack(country, named, { like, today }),
    boundaries: { ...boundariesOf(shaped), ...(missing.length > 0 && { without: missing }) },
    notes: [
      ...divisions.flatMap(({ code, name, otherCountry }) =>
        otherCountry
          ? [
              `The source counts “${name}” (${code}) to ${otherCountry}; ISO 3166-2 counts it to ${country}, and so does the pack.`,
            ]
          : [],
      ),
      ...missing.map((code) => `“${isoName(code)}” (${code}) has no boundaries: maps leave it out.`),
    ],
  };
}
