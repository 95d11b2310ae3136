import { iso31662 } from 'iso-3166';

/** A region as a source of boundaries calls it. */
export interface Named {
  /** ISO 3166-2, where the source gives one. */
  code?: string;
  name: string;
}

/** Where a source of boundaries and ISO 3166-2 differ. */
export interface Difference {
  /** The code it is about, as it may be accepted; none where there is no code. */
  code?: string;
  sentence: string;
}

const names = new Map(iso31662.map(({ code, name }) => [code, name]));
const parents = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** The first-level divisions of a country in ISO 3166-2. */
export function isoRegions(country: string): Required<Named>[] {
  return iso31662.filter(({ parent }) => parent === country).map(({ code, name }) => ({ code, name }));
}

/** What ISO 3166-2 calls a region. */
export const isoName = (code: string): string | undefined => names.get(code);

/** Each difference between a source's regions and those of ISO 3166-2, for a person to read. */
export function differences(country: string, regions: readonly Named[]): Difference[] {
  const listed = isoRegions(country);
  const byCode = Map.groupBy(
    regions.filter(({ code }) => code !== undefined),
    ({ code }) => code,
  );
  const unnamed = regions.filter(({ code }) => code === undefined);
  const missing = listed.filter(({ code }) => !byCode.has(code));
  return [
    ...unnamed.map(({ name }) => ({
      sentence: `“${name}” has no code of ISO 3166-2: nobody can say which region it is.`,
    })),
    ...[...byCode].flatMap(([code = '', same]) => ofCode(country, code, same)),
    ...missing.map(({ code, name }) => ({
      code,
      sentence: `“${name}” (${code}) is in ISO 3166-2, but the boundaries do not have it: it may be newer than they are.`,
    })),
  ];
}

function ofCode(country: string, code: string, same: readonly Named[]): Difference[] {
  const [{ name } = { name: code }] = same;
  const doubled = same.map((each) => `“${each.name}”`).join(' and ');
  const found: string[] = same.length > 1 ? [`${code} is there more than once: as ${doubled}.`] : [];
  const parent = parents.get(code);
  if (parent === undefined)
    found.push(
      `“${name}” (${code}) is not in ISO 3166-2: it may have been abolished, or its code may be an old one or an invention of the source.`,
    );
  else if (parent !== country)
    found.push(
      `“${name}” (${code}) is no first-level division in ISO 3166-2, but a part of ${isoName(parent) ?? parent} (${parent}).`,
    );
  return found.map((sentence) => ({ code, sentence }));
}
