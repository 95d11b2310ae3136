import type { Figure } from '#functions/domain/figureCatalogue.ts';
import { change } from '#lib/i18n/format.ts';
import { dollars } from '#lib/money/usd.ts';

/** How far a figure is from its plan, with a sign. */
export function differenceText(figure: Pick<Figure, 'unit'>, value: number | undefined): string {
  if (value === undefined) return '–';
  if (figure.unit !== 'usdCents' || value === 0) return change(value);
  return `${value > 0 ? '+' : '−'}${dollars(Math.abs(value))}`;
}
