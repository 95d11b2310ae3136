import type { CountryPack } from './countryPack.ts';
import { attributedFigures } from './equipment/attributedFigures.ts';
import { equipmentFigures } from './equipment/equipmentFigures.ts';
import { stages, type Stage } from './facility/facility.ts';
import {
  confirmationFigures,
  facilityConcernFigure,
  facilityConcerns,
  type FacilityConcern,
} from './facility/facilityConcern.ts';
import { joined } from './facility/joined.ts';
import { partsOf, type Figures, type Indicator } from './report/indicator.ts';
import { names } from '#figureNames';
import type { Names } from './names.ts';
import { capabilityFigures, solutionFigures } from './solution/solutionFigures.ts';
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

/** The stable name of the count of facilities in a stage, such as `facilitiesLive`. */
export function stageFigure(stage: Stage): string {
  return `facilities${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
}

const stageEntries: Record<Stage, { key: string; names: Names }> = {
  planned: {
    key: 'fp',
    names: names(
      'Facilities planned',
      'Заплановані заклади',
      'Запланаваныя ўстановы',
      'Запланированные учреждения',
    ),
  },
  connected: {
    key: 'fc',
    names: names(
      'Facilities connected',
      'Підключені заклади',
      'Падключаныя ўстановы',
      'Подключённые учреждения',
    ),
  },
  equipped: {
    key: 'fe',
    names: names(
      'Facilities equipped',
      'Обладнані заклади',
      'Абсталяваныя ўстановы',
      'Оборудованные учреждения',
    ),
  },
  trained: {
    key: 'ft',
    names: names(
      'Facilities with trained staff',
      'Заклади з навченим персоналом',
      'Установы з навучаным персаналам',
      'Учреждения с обученным персоналом',
    ),
  },
  live: {
    key: 'fl',
    names: names(
      'Facilities with telemedicine',
      'Заклади з телемедициною',
      'Установы з тэлемедыцынай',
      'Учреждения с телемедициной',
    ),
  },
  suspended: {
    key: 'fs',
    names: names(
      'Facilities suspended',
      'Заклади, де телемедицину призупинено',
      'Установы, дзе тэлемедыцына прыпынена',
      'Учреждения, где телемедицина приостановлена',
    ),
  },
};

const ofFacilities = {
  kind: 'level',
  unit: 'facilities',
  source: 'facility',
  indicators: [],
  hasApproved: false,
  isAboutPeople: false,
  parts: 'facilities',
} as const;

const facilityFigure = (stage: Stage): Figure => ({
  ...ofFacilities,
  name: stageFigure(stage),
  ...stageEntries[stage],
});

const concernEntries: Record<FacilityConcern, { key: string; names: Names }> = {
  nobodyTrained: {
    key: 'fu',
    names: names(
      'Facilities with equipment and nobody trained',
      'Заклади з обладнанням, де ніхто не навчений',
      'Установы з абсталяваннем, дзе ніхто не навучаны',
      'Учреждения с оборудованием, где никто не обучен',
    ),
  },
  readinessGap: {
    key: 'fr',
    names: names(
      'Facilities where a gap is to be looked at again',
      'Заклади, де пора знову перевірити готовність',
      'Установы, дзе пара зноў праверыць гатоўнасць',
      'Учреждения, где пора снова проверить готовность',
    ),
  },
};

const concernFigure = (concern: FacilityConcern): Figure => ({
  ...ofFacilities,
  name: facilityConcernFigure(concern),
  ...concernEntries[concern],
  isForMinistry: true,
});

const confirmations: Figure[] = [
  {
    ...ofFacilities,
    name: confirmationFigures.confirmed,
    key: 'fk',
    names: names(
      'Facilities confirmed by a recent report',
      'Заклади, підтверджені недавнім звітом',
      'Установы, пацверджаныя нядаўняй справаздачай',
      'Учреждения, подтверждённые недавним отчётом',
    ),
  },
  {
    ...ofFacilities,
    name: confirmationFigures.neverReported,
    key: 'fn',
    names: names(
      'Facilities that have never reported',
      'Заклади, які ще не звітували',
      'Установы, якія яшчэ не здавалі справаздач',
      'Учреждения, которые ещё не отчитывались',
    ),
  },
];

const reportCount = { unit: 'reports', indicators: [], hasApproved: false, isAboutPeople: false } as const;

/** Counts of monthly reports. How many are expected follows from the stages of facilities. */
const reportFigures: Figure[] = [
  {
    ...reportCount,
    name: 'reportsExpected',
    key: 're',
    kind: 'level',
    names: names('Reports expected', 'Очікувані звіти', 'Чаканыя справаздачы', 'Ожидаемые отчёты'),
    source: 'facility',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsReceived',
    key: 'rr',
    kind: 'month',
    names: names('Reports received', 'Отримані звіти', 'Атрыманыя справаздачы', 'Полученные отчёты'),
    source: 'monthlyReport',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsOnTime',
    key: 'rt',
    kind: 'month',
    names: names(
      'Reports on time',
      'Звіти, подані вчасно',
      'Справаздачы, здадзеныя своечасова',
      'Отчёты, сданные вовремя',
    ),
    source: 'monthlyReport',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsApproved',
    key: 'ra',
    kind: 'month',
    names: names('Reports approved', 'Затверджені звіти', 'Зацверджаныя справаздачы', 'Утверждённые отчёты'),
    source: 'monthlyReport',
    parts: 'reports',
  },
  {
    ...reportCount,
    name: 'reportsAwaitingReview',
    key: 'rw',
    kind: 'level',
    names: names(
      'Reports awaiting review',
      'Звіти, що чекають на розгляд',
      'Справаздачы, што чакаюць разгляду',
      'Отчёты, ожидающие рассмотрения',
    ),
    source: 'monthlyReport',
    parts: 'review',
  },
];

/** The sums that indicators name in `countsAs`. */
const sums = {
  teleconsultations: {
    key: 'tc',
    unit: 'consultations',
    names: names('Teleconsultations', 'Телеконсультації', 'Тэлекансультацыі', 'Телеконсультации'),
  },
} as const;

const notAboutPeople: Figure['unit'][] = ['days', 'requests'];

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
    ...stages.map(facilityFigure),
    joined,
    ...facilityConcerns.map(concernFigure),
    ...confirmations,
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
