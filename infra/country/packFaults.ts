import { feature } from 'topojson-client';
import * as z from 'zod/mini';
import { catalogueOf } from '../../functions/domain/figureCatalogue.ts';
import { CountryPack } from '../../functions/domain/countryPack.ts';
import { ringsOf, Shape, type ShapedRegion } from '../../functions/domain/place/shape.ts';
import { Boundaries } from './boundaries.ts';
import { overlaps } from './overlaps.ts';

const Undecided = z.object({ undecided: z.record(z.string(), z.string()) });
const Listed = z.object({
  regions: z.array(z.object({ code: z.string(), names: z.object({ en: z.string() }) })),
});

/** What is wrong with a pack and its boundaries, in sentences for whoever wrote them; empty when it can be built. */
export function packFaults(pack: unknown, boundaries?: unknown): string[] {
  const undecided = Undecided.safeParse(pack);
  if (undecided.success)
    return Object.entries(undecided.data.undecided).map(
      ([key, sentence]) => `“${key}” is not decided: ${sentence} Take it out of “undecided” once it is.`,
    );
  const doubled = doubledRegions(pack);
  if (doubled.length > 0) return doubled;
  const parsed = CountryPack.safeParse(pack);
  if (!parsed.success) return parsed.error.issues.map(sentenceOf);
  return [
    ...localFaults(parsed.data),
    ...catalogueFaults(parsed.data),
    ...(boundaries === undefined ? [] : boundaryFaults(parsed.data, boundaries)),
  ];
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.map((part) =>
    typeof part === 'number' ? `no. ${part + 1}` : `“${String(part)}”`,
  );
  const where = place.join(', ');
  if (issue.code === 'unrecognized_keys')
    return `${where || 'The pack'} has ${issue.keys.map((key) => `“${key}”`).join(', ')} in it, which no pack has.`;
  if (!where) return `The pack contradicts itself: ${issue.message}.`;
  return `${where} is missing, or is not what a pack has there.`;
}

function doubledRegions(pack: unknown): string[] {
  const { data } = Listed.safeParse(pack);
  const byCode = Map.groupBy(data?.regions ?? [], ({ code }) => code);
  return [...byCode].flatMap(([code, same]) =>
    same.length > 1
      ? [
          `The region ${code} is there more than once: as ${same.map(({ names }) => `“${names.en}”`).join(' and ')}.`,
        ]
      : [],
  );
}

function localFaults({ timeZone, currency }: CountryPack): string[] {
  const isCurrency = Intl.supportedValuesOf('currency').includes(currency);
  return [
    ...(isTimeZone(timeZone) ? [] : [`“${timeZone}” is no time zone; they are written like Africa/Nairobi.`]),
    ...(isCurrency ? [] : [`“${currency}” is no currency; they are written like KES.`]),
  ];
}

function catalogueFaults(pack: CountryPack): string[] {
  const others = [...catalogueOf({ ...pack, indicators: [] }).values()];
  return pack.indicators.flatMap(({ code, key }) =>
    others.some((figure) => figure.key === key || figure.name === code)
      ? [
          `The indicator “${code}” (key “${key}”) is called like a figure that every country has: give it another.`,
        ]
      : [],
  );
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function boundaryFaults({ regions }: CountryPack, given: unknown): string[] {
  const parsed = Boundaries.safeParse(given);
  if (!parsed.success)
    return ['The boundaries are no TopoJSON with a collection “regions”: make them again.'];
  const shaped = shapedRegions(parsed.data);
  const drawn = new Set(shaped.map(({ code }) => code));
  const known = new Set([...drawn, ...(parsed.data.without ?? [])]);
  const named = new Map(regions.map(({ code, names }) => [code, names.en]));
  const twice = [...Map.groupBy(shaped, ({ code }) => code).values()].filter(({ length }) => length > 1);
  if (twice.length > 0)
    return twice.map(([one]) => `The boundaries have ${one?.code ?? ''} more than once: make them again.`);
  const beyond = shaped.filter(({ shape }) =>
    ringsOf(shape)
      .flat()
      .some(([, latitude]) => Math.abs(latitude) > 90),
  );
  if (beyond.length > 0)
    return [
      `The boundaries of ${beyond.map(({ code }) => code).join(', ')} reach beyond a pole: longitude and latitude have changed places. GeoJSON has the longitude first.`,
    ];
  return [
    ...[...named].flatMap(([code, name]) =>
      known.has(code)
        ? []
        : [`The boundaries do not have “${name}” (${code}), which is a region of the pack.`],
    ),
    ...[...drawn].flatMap((code) =>
      named.has(code) ? [] : [`The boundaries have ${code}, which is no region of the pack.`],
    ),
    ...overlaps(shaped).map(
      ([one, other]) =>
        `The boundaries of “${named.get(one) ?? one}” (${one}) and “${named.get(other) ?? other}” (${other}) overlap: a place would be in both.`,
    ),
  ];
}

/** The regions of the boundaries, each as GeoJSON has it. */
export function shapedRegions(boundaries: Boundaries): ShapedRegion[] {
  return feature(boundaries, boundaries.objects.regions).features.map(({ id, geometry }) => ({
    code: String(id),
    shape: Shape.parse(geometry),
  }));
}
