import { monthOf } from './calendar.ts';
import type { Contribution, Scope } from './contribution.ts';
import { regionCodes, type CountryPack, type RegionCode } from './countryPack.ts';
import type { FormerRegion } from './facility/facilityRegion.ts';
import { tellsRegions, type KnownPlace } from './locationPolicy.ts';

/**
 * What has to be known of the country before sums are told outside: which regions have hidden places, and how complete the
 * reports of each month are. Kept beside the country's own progress, so that it is one small read.
 */
export const outsideScope: Scope = 'outside:all';

/** How many hidden places a region has or ever had. It is told to nobody, and is no figure of a dashboard. */
export const placesHidden = { name: 'placesHidden', key: 'yph' } as const;

type Hiding = Pick<KnownPlace, 'region' | 'locationPolicy'> & { formerRegions?: FormerRegion[] | undefined };

/** A place whose own policy hides it counts in every region where it is or ever was: past months were made there. */
export function hiddenContributions(
  { locationPolicy, region, formerRegions = [] }: Hiding,
  { programmeStart }: Pick<CountryPack, 'programmeStart'>,
): Contribution[] {
  if (locationPolicy !== 'hidden') return [];
  const regions = new Set([region, ...formerRegions.map((former) => former.region)]);
  const month = monthOf(programmeStart);
  return [...regions].map((row) => ({
    scope: outsideScope,
    row,
    month,
    amounts: { [placesHidden.name]: 1 },
  }));
}

/** Of fewer regions that are not told one could guess in which of them something is. */
const fewest = 3;

/**
 * The regions whose sums are told outside: none where the country's policy tells no region. Of a single place a sum knows
 * nothing, so where a region has or ever had a hidden place, it is not told, and with it the others of its group: groups are
 * the same whatever is hidden, so which of its regions it is about is told by nothing.
 */
export function toldRegions(
  outside: Contribution[],
  pack: Pick<CountryPack, 'regions' | 'locationPolicy'>,
): RegionCode[] {
  if (!tellsRegions(pack)) return [];
  const hiding = new Set(
    outside.filter(({ amounts }) => (amounts[placesHidden.name] ?? 0) > 0).map(({ row }) => row),
  );
  return groupsOf(regionCodes(pack))
    .filter((group) => !group.some((region) => hiding.has(region)))
    .flat();
}

/** Regions in the pack's order, a few together; what is left over at the end belongs to the last group. */
function groupsOf(regions: RegionCode[]): RegionCode[][] {
  const count = Math.max(1, Math.floor(regions.length / fewest));
  const groupAt = (index: number) => Math.min(Math.floor(index / fewest), count - 1);
  return [...Map.groupBy(regions.entries(), ([index]) => groupAt(index)).values()].map((group) =>
    group.map(([, region]) => region),
  );
}

interface Telling {
  regions: RegionCode[];
  country: string;
  /** Which figures say where something is; all of them, where nothing else is said. */
  isOfPlaces?: (figure: string) => boolean;
}

/**
 * Rows as they are told outside: what is in a region that is not told is in the nation's own row, in places that are not told.
 * Nothing is left out: the rows add up to what they added up to before.
 */
export function toldRows(
  rows: Contribution[],
  { regions, country, isOfPlaces = () => true }: Telling,
): Contribution[] {
  const told = new Set<string>([...regions, country]);
  return rows.flatMap((one) => {
    if (told.has(one.row)) return [one];
    const { true: ofPlaces = [], false: others = [] } = Object.groupBy(
      Object.entries(one.amounts),
      ([name]) => (isOfPlaces(name) ? 'true' : 'false'),
    );
    return [
      { ...one, row: country, amounts: Object.fromEntries(ofPlaces) },
      { ...one, amounts: Object.fromEntries(others) },
    ].filter(({ amounts }) => Object.keys(amounts).length > 0);
  });
}
