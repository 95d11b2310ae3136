import type { ShapedRegion } from '#functions/domain/place/shape.ts';

let asked: Promise<ShapedRegion[]> | undefined;

/** Where the country's regions are, fetched once; none where nobody has given boundaries, or there is no network for them. */
export function regionShapes(): Promise<ShapedRegion[]> {
  asked ??= fetched().catch(() => {
    asked = undefined;
    return [];
  });
  return asked;
}

async function fetched(): Promise<ShapedRegion[]> {
  const [{ shapesIn }, { default: boundaries }] = await Promise.all([
    import('./shapesIn.ts'),
    import('virtual:boundaries'),
  ]);
  return boundaries ? shapesIn(boundaries) : [];
}
