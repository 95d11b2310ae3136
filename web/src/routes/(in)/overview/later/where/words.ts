import { m } from 'virtual:messages';
import { monthAlone, monthName } from '#lib/i18n/format.ts';
import { locale } from '#lib/i18n/language.ts';
import { figureName } from '#lib/progress/names.ts';
import type { Selection } from '../../selection.ts';
import { monthShaded, type Per, type Shading } from './shading.ts';

/** By what a figure is shared out. */
export const perWords: Record<Per, () => string> = {
  all: m.inAllShort,
  live: m.perLive,
  population: m.perPopulation,
};

/** What the regions are shaded by, without how it is shared out. */
export function choiceName(of: string, selection: Selection): string {
  const { month, figure, pack, sums } = selection;
  if (of === 'reports')
    return (sums.isReleased ? m.approvedReports : m.shareOfReports)({ month: monthAlone(month) });
  return of === 'figure'
    ? m.figureIn({ figure: figureName(figure, pack), month: monthAlone(month) })
    : m.figureAsOf({ figure: figureName(of, pack), month: monthName(monthShaded(selection, { of })) });
}

/** What the regions are shaded by. */
export function shadingName({ of, per }: Shading, selection: Selection): string {
  const name = choiceName(of, selection);
  return per === 'all' ? name : m.figurePer({ figure: name, per: perWords[per]().toLocaleLowerCase(locale) });
}
