import type { Capability } from '../countryPack.ts';
import type { Figure } from '../figureCatalogue.ts';
import { names } from '../inEveryLanguage.ts';
import { namedInEach } from '../names.ts';

/** Whether a facility has what a capability needs, or an approved report of the month shows that it is used. */
const adoptions = {
  facilitiesWith: {
    prefix: 'w',
    kind: 'level',
    source: 'facility',
    parts: 'facilities',
    begins: names('Facilities with', 'Заклади, де є', 'Установы, дзе ёсць', 'Учреждения, где есть'),
  },
  facilitiesUsing: {
    prefix: 'u',
    kind: 'month',
    source: 'monthlyReport',
    parts: 'reports',
    begins: names(
      'Facilities using',
      'Заклади, де використовується',
      'Установы, дзе выкарыстоўваецца',
      'Учреждения, где используется',
    ),
  },
} as const;

/** The stable name of the count of facilities that have a capability, such as `facilitiesWith.aiCt`, or use it. */
export function capabilityFigure(of: keyof typeof adoptions, capability: string): string {
  return `${of}.${capability}`;
}

const noPeople = { indicators: [], hasApproved: false, isAboutPeople: false } as const;

/** The two figures about each of a country's capabilities. */
export function capabilityFigures(capabilities: readonly Capability[]): Figure[] {
  return (['facilitiesWith', 'facilitiesUsing'] as const).flatMap((of) =>
    capabilities.map(({ code, key, names: called }): Figure => {
      const { prefix, begins, ...rest } = adoptions[of];
      return {
        ...noPeople,
        ...rest,
        name: capabilityFigure(of, code),
        key: `${prefix}${key}`,
        unit: 'facilities',
        names: namedInEach((language) => `${begins[language]} ${called[language]}`),
      };
    }),
  );
}

const solutionCount = {
  ...noPeople,
  kind: 'level',
  unit: 'solutions',
  source: 'solution',
  parts: 'solutions',
} as const;

/** Counts of solutions by where they stand. */
export const solutionFigures: Figure[] = [
  {
    ...solutionCount,
    name: 'solutionsPreparing',
    key: 'sp',
    names: names(
      'Solutions in preparation',
      'Рішення, що готуються',
      'Рашэнні, якія рыхтуюцца',
      'Решения в подготовке',
    ),
  },
  {
    ...solutionCount,
    name: 'solutionsOperating',
    key: 'so',
    names: names(
      'Solutions in operation',
      'Рішення, що працюють',
      'Рашэнні, якія працуюць',
      'Действующие решения',
    ),
  },
];
