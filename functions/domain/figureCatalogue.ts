import type { CountryPack } from './countryPack.ts';
import { attributedFigures } from './equipment/attributedFigures.ts';
import { equipmentFigures } from './equipment/equipmentFigures.ts';
import { facilityFigures } from './facility/facilityFigures.ts';
import { partsOf, type Figures, type Indicator } from './report/indicator.ts';
import { names } from '#figureNames';
import type { Names } from './names.ts';
import { capabilityFigures, solutionFigures } from './solution/solutionFigures.ts';
import { reportFigures } from './report/reportFigures.ts';
import { useFigures } from './report/useFigures.ts';
import { trainingFigures } from './training/trainingFigures.ts';

/**
 * How a figure adds up over months.
 * `flow`: months add up to a total. `level`: stored as changes, so the sum up to a month is the state at its end.
 * `month`: only a single month's value makes sense.
 */
export type FigureKind = 'flow' | 'level' | 'month';

/** One figure of progress: all that code and screens know of it. */
export interface Figure {
  /** Stable for ever, in API, exports and bulletin alike. */
  readonly name: string;
  /** What rows of progress keep it under: two letters, since every row stores it, and one more where only donors' do; never given to another figure. */
  readonly key: string;
  readonly kind: FigureKind;
  readonly unit:
    Indicator['unit'] | 'facilities' | 'reports' | 'solutions' | 'sessions' | 'units' | 'usdCents';
  readonly names: Names;
  /** The record it is the sum of. */
  readonly source: 'facility' | 'monthlyReport' | 'solution' | 'donation' | 'consignment' | 'trainingSession';
  /** The indicators whose values it adds up; none where it counts records. */
  readonly indicators: readonly string[];
  /** Whether what a reviewer has approved of it is kept beside it, under `approvedName`. */
  readonly hasApproved: boolean;
  /** Whether it counts people or what was done for them: small counts are protected where anybody can read them. */
  readonly isAboutPeople: boolean;
  /** Whether only those who run the rollout are told of it: it says what is left undone at places. */
  readonly isForMinistry?: true;
  /** The list in which a reader finds what it is the sum of. */
  readonly parts: 'facilities' | 'reports' | 'review' | 'solutions' | 'donations' | 'equipment' | 'training';
}

export type Catalogue = ReadonlyMap<string, Figure>;

/** The name under which the approved part of a figure is told. */
export const approvedName = (name: string): string => `approved.${name}`;

/** The name under which is told what counts for good of a figure: its approved part where it has one. */
export const settledName = ({ name, hasApproved }: Pick<Figure, 'name' | 'hasApproved'>): string =>
  hasApproved ? approvedName(name) : name;

/** The sums that indicators name in `countsAs`. */
const sums = {
  teleconsultations: {
    key: 'tc',
    unit: 'consultations',
    names: names('Teleconsultations', 'Телеконсультації', 'Тэлекансультацыі', 'Телеконсультации'),
  },
} as const;

const notAboutPeople: Figure['unit'][] = ['days', 'requests', 'residents'];

const reportedFigure = (
  figure: Pick<Figure, 'name' | 'key' | 'kind' | 'unit' | 'names' | 'indicators'>,
): Figure => ({
  ...figure,
  source: 'monthlyReport',
  hasApproved: true,
  isAboutPeople: !notAboutPeople.includes(figure.unit),
  parts: 'reports',
});

const indicatorFigure = ({ code, key, aggregation, unit, names: texts }: Indicator): Figure =>
  reportedFigure({
    name: code,
    key,
    kind: aggregation === 'last' ? 'month' : 'flow',
    unit,
    names: texts,
    indicators: [code],
  });

/** What the figures of a country are made of. */
export type Counting = Pick<CountryPack, 'indicators' | 'capabilities'>;

const catalogues = new WeakMap<Counting, Catalogue>();

/** Every figure of a country by its name, in the order in which they are told; made of its pack, once. */
export function catalogueOf(pack: Counting): Catalogue {
  const known = catalogues.get(pack);
  if (known) return known;
  const { indicators, capabilities } = pack;
  const figures = [
    ...facilityFigures,
    ...reportFigures,
    ...solutionFigures,
    ...capabilityFigures(capabilities),
    ...equipmentFigures,
    ...useFigures,
    ...trainingFigures,
    ...Object.entries(sums).map(([name, sum]) => {
      const codes = partsOf(name, indicators).map(({ code }) => code);
      return reportedFigure({ ...sum, name, kind: 'flow', indicators: codes });
    }),
    ...indicators.map(indicatorFigure),
    ...attributedFigures(indicators),
  ];
  const catalogue = new Map(figures.map((figure) => [figure.name, figure]));
  if (catalogue.size < figures.length || new Set(figures.map(({ key }) => key)).size < figures.length)
    throw new Error('Two figures of this country have the same name or key.');
  catalogues.set(pack, catalogue);
  return catalogue;
}

/** A figure's value in the figures of one report. */
export function valueIn(figures: Figures, { indicators }: Pick<Figure, 'indicators'>): number {
  return indicators.reduce((sum, code) => sum + (figures[code] ?? 0), 0);
}
