import type { Month } from '#functions/domain/calendar.ts';
import type { Caller } from '#functions/domain/caller.ts';
import { may, nation, type Action } from '#functions/domain/permissions.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { equipmentConcerns } from '#functions/domain/equipment/concern.ts';
import { concernFigure } from '#functions/domain/equipment/equipmentFigures.ts';
import { stages } from '#functions/domain/facility/facility.ts';
import { facilityConcernFigure, facilityConcerns } from '#functions/domain/facility/facilityConcern.ts';
import { stageFigure } from '#functions/domain/facility/facilityFigures.ts';
import type { Figure } from '#functions/domain/figureCatalogue.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import { capabilityFigure } from '#functions/domain/solution/solutionFigures.ts';
import { figureOf } from '#lib/progress/figures.ts';

/** The lists behind the figures; undefined where the caller may not open one, or has no such region. */
export interface Links {
  /** What a figure is the sum of, as of a month, in a region or everywhere. */
  partsOf: (name: string, month: Month, region?: RegionCode) => string | undefined;
  /** The same, opened step by step down to the records. */
  explain: (figure: string, month: Month, region?: RegionCode) => string;
  facilities: (region?: RegionCode) => string | undefined;
  /** Whether the caller reviews reports of any of the regions. */
  isReviewer: boolean;
}

/** Links for this caller, who sees this progress. */
export function linksFor(
  caller: Caller,
  { regions }: Pick<ProgressSums, 'regions'>,
  pack: CountryPack,
): Links {
  const can = (action: Action, asked = regions) => asked.some((region) => may(caller, action, { region }));
  const has = (region?: RegionCode) => region === undefined || regions.includes(region);
  const facilities = (region?: RegionCode, only: Narrowing = {}) =>
    can('readFacility') && has(region) ? addressOf('/facilities', { region, ...only }) : undefined;
  const lists: Record<Figure['parts'], Links['partsOf']> = {
    facilities: (name, _, region) => facilities(region, narrowingTo(name, pack)),
    // Those who see only sums go to the regions of the month.
    reports: (name, month, region) =>
      has(region)
        ? addressOf('/reports', {
            region: can('readReport') ? region : undefined,
            month,
            capability: capabilityIn('facilitiesUsing', name, pack),
          })
        : undefined,
    review: (_, __, region) =>
      can('reviewReport') && has(region) ? addressOf('/review', { region }) : undefined,
    solutions: () => addressOf('/solutions', {}),
    donations: () => (may(caller, 'readDonation', nation) ? addressOf('/donations', {}) : undefined),
    equipment: (name, _, region) => {
      const condition = equipmentConcerns.find((concern) => concernFigure(concern) === name);
      return can('readEquipment') && has(region)
        ? addressOf('/equipment/list', { region, condition })
        : undefined;
    },
    training: (_, __, region) =>
      can('readTraining') && has(region) ? addressOf('/training', { region }) : undefined,
  };
  return {
    partsOf: (name, month, region) => lists[figureOf(name, pack).parts](name, month, region),
    explain: (figure, month, region) => addressOf('/explain', { figure, month, region }),
    facilities: (region) => facilities(region),
    isReviewer: can('reviewReport'),
  };
}

/** What the list of facilities is narrowed to. */
interface Narrowing {
  stage?: string;
  capability?: string;
  concern?: string;
}

/** The facilities that a figure counts: at a stage, with a capability, or those that somebody should look at. */
function narrowingTo(name: string, pack: Pick<CountryPack, 'capabilities'>): Narrowing {
  const stage = stages.find((one) => stageFigure(one) === name);
  const capability = capabilityIn('facilitiesWith', name, pack);
  const concern = facilityConcerns.find((one) => facilityConcernFigure(one) === name);
  return { ...(stage && { stage }), ...(capability && { capability }), ...(concern && { concern }) };
}

/** The capability that a figure is about. */
function capabilityIn(
  of: 'facilitiesWith' | 'facilitiesUsing',
  name: string,
  { capabilities }: Pick<CountryPack, 'capabilities'>,
): string | undefined {
  return capabilities.find(({ code }) => capabilityFigure(of, code) === name)?.code;
}

function addressOf(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
