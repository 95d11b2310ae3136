import type { Figure } from '../figureCatalogue.ts';
import { names } from '../inEveryLanguage.ts';
import { namedInEach } from '../names.ts';
import type { Names } from '../names.ts';
import type { Indicator } from '../report/indicator.ts';

// Loaded by every dashboard: nothing of a schema is in here.

/** The stable name of a source's share of an indicator, such as `attributed.selfExaminations`. */
export const attributedFigure = (code: string): string => `attributed.${code}`;

/** The stable name of the whole figure of the facilities that a source supports; those of several sources do not add up. */
export const supportedFigure = (code: string): string => `supported.${code}`;

const told: Record<'attributed' | 'supported', Names> = {
  attributed: names('attributed', 'частка донора', 'доля донара', 'доля донора'),
  supported: names(
    'in all at the facilities supported',
    'усього в підтриманих закладах',
    'усяго ў падтрыманых установах',
    'всего в поддержанных учреждениях',
  ),
};

/** Two figures about each indicator of a solution, as a donor's own progress has them. */
export function attributedFigures(indicators: readonly Indicator[]): Figure[] {
  return indicators
    .filter(({ asked }) => asked)
    .flatMap(({ code, key, aggregation, unit, names: called }) =>
      (['attributed', 'supported'] as const).map((of): Figure => {
        return {
          name: of === 'attributed' ? attributedFigure(code) : supportedFigure(code),
          key: `${key}${of === 'attributed' ? 'a' : 's'}`,
          kind: aggregation === 'last' ? 'month' : 'flow',
          unit,
          names: namedInEach((language) => `${called[language]}: ${told[of][language]}`),
          source: 'monthlyReport',
          indicators: [],
          hasApproved: false,
          isAboutPeople: true,
          parts: 'reports',
        };
      }),
    );
}
