import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Target } from '#functions/domain/plan/target.ts';
import type { Sheet } from '#lib/import/sheet.ts';
import { perUnit } from '#lib/plan/unit.ts';
import { figureOf } from '#lib/progress/figures.ts';

/** All targets as a table that can be imported again: its columns and codes are the API's. */
export function targetSheet(targets: Target[], pack: CountryPack): Sheet {
  return {
    title: 'figure',
    head: ['figure', 'row', 'day', 'value'],
    lines: targets.flatMap(({ figure, lines }) =>
      lines.flatMap(({ row, planned }) =>
        planned.map(({ day, value }) => [figure, row, day, value / perUnit(figureOf(figure, pack))]),
      ),
    ),
  };
}
