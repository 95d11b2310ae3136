import type { ProgressCube } from '#functions/domain/progress.ts';

/** A cube as a device may have kept it: the first release called its rows regions. */
export type KeptCube = ProgressCube | (Omit<ProgressCube, 'rows'> & { regions: string[] });

/** A kept cube in today's shape. */
export function cubeFrom(kept: KeptCube): ProgressCube {
  if ('rows' in kept) return kept;
  const { regions, ...cube } = kept;
  return { ...cube, rows: regions };
}
