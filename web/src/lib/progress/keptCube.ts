import type { ToldProgress } from '#functions/domain/release/publicRelease.ts';

/** A cube as a device may have kept it: the first release called its rows regions. */
export type KeptCube = ToldProgress | (Omit<ToldProgress, 'rows'> & { regions: string[] });

/** A kept cube in today's shape. */
export function cubeFrom(kept: KeptCube): ToldProgress {
  if ('rows' in kept) return kept;
  const { regions, ...cube } = kept;
  return { ...cube, rows: regions };
}
