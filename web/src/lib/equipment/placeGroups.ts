import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { isAtPlace } from '#functions/domain/equipment/standing.ts';

/** The equipment that has to do with a place. */
export interface PlaceGroups {
  /** Planned for it, on its way there, or offered to it. */
  coming: ConsignmentRow[];
  /** What is there for each solution; what is for none comes last. */
  here: { solutionId?: string; rows: ConsignmentRow[] }[];
  /** What was there, or was to come: at its end, or with somebody else. */
  gone: ConsignmentRow[];
}

/** Whether units are to come to a place. */
export function isComing(
  { placeId, destinationId, offeredToId, state }: ConsignmentRow,
  here: string,
): boolean {
  if (destinationId === here || offeredToId === here) return true;
  return placeId === here && !destinationId && (state === 'planned' || state === 'shipped');
}

/** The equipment of a place in groups. */
export function placeGroups(rows: ConsignmentRow[], here: string): PlaceGroups {
  const coming = rows.filter((row) => isComing(row, here));
  const rest = rows.filter((row) => !isComing(row, here));
  const isHere = (row: ConsignmentRow) => row.placeId === here && (isAtPlace(row) || row.state === 'shipped');
  const solutions = [...new Set(rest.filter(isHere).map(({ solutionId }) => solutionId))].toSorted((a, b) =>
    (a ?? '~').localeCompare(b ?? '~'),
  );
  return {
    coming,
    here: solutions.map((solutionId) => ({
      ...(solutionId && { solutionId }),
      rows: rest.filter((row) => isHere(row) && row.solutionId === solutionId),
    })),
    gone: rest.filter((row) => !isHere(row)),
  };
}
