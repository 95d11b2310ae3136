import type { Figure } from '#functions/domain/figureCatalogue.ts';

/** How much of what is kept people call one: dollars are kept in cents. */
export function perUnit({ unit }: Pick<Figure, 'unit'>): number {
  return unit === 'usdCents' ? 100 : 1;
}
