import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#functions/contract.ts';
import type { EquipmentState } from '#functions/domain/equipment/consignment.ts';
import { unitsFigure } from '#functions/domain/equipment/equipmentFigures.ts';
import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';

/** The consignments of a donation, with the names of their places. */
export type Equipment = InferContractRouterOutputs<typeof contract>['donations']['consignments']['body'];

/** A step of the way into use, and how many units stand there. */
export interface Stop {
  state: EquipmentState | 'gone';
  units: number;
}

const ends = ['returned', 'lost', 'destroyed', 'scrapped'] as const;
const way = ['planned', 'shipped', 'received', 'installed', 'inUse'] as const;

/** How many units of a line stand at each step, those that are gone last; steps without any are left out. */
export function wayOf(lineId: string, consignments: ConsignmentRow[]): Stop[] {
  const own = consignments.filter(({ source }) => source.kind === 'donation' && source.lineId === lineId);
  return stopsOf((state) =>
    own.filter((row) => row.state === state).reduce((units, row) => units + row.units, 0),
  );
}

/** The same of a whole donation, by its figures. */
export function wayIn(figures: Record<string, number>): Stop[] {
  return stopsOf((state) => figures[unitsFigure(state)] ?? 0);
}

function stopsOf(unitsIn: (state: EquipmentState) => number): Stop[] {
  const stops: Stop[] = way.map((state) => ({ state, units: unitsIn(state) }));
  const gone = ends.reduce((sum, state) => sum + unitsIn(state), 0);
  return [...stops, { state: 'gone' as const, units: gone }].filter(({ units }) => units > 0);
}
