import type { Repairs } from '#functions/domain/equipment/repairs.ts';
import type { EquipmentFilter } from './filter.ts';

/** What equipment of a type and a supplier took to be mended. */
export interface RepairRow {
  equipmentType: string;
  /** Undefined where nobody is named. */
  supplier: string | undefined;
  repairs: number;
  downtimeDays: number;
}

/** Repairs by type and supplier, the most days out of work first; narrowed as the list is. */
export function repairRows(
  repairs: Repairs[],
  solutions: { solutionId: string; supplier?: string | undefined }[],
  { region, equipmentType, solutionId }: EquipmentFilter,
): RepairRow[] {
  const wanted = repairs.filter(
    (one) =>
      (!region || one.region === region) &&
      (!equipmentType || one.equipmentType === equipmentType) &&
      (!solutionId || one.solutionId === solutionId),
  );
  const supplierOf = new Map(solutions.map((one) => [one.solutionId, one.supplier]));
  const rows = wanted.map(({ solutionId: of = '', ...one }) => ({ ...one, supplier: supplierOf.get(of) }));
  return [...Map.groupBy(rows, (row) => `${row.equipmentType} ${row.supplier ?? ''}`).values()]
    .flatMap(([first, ...others]) =>
      first
        ? [
            others.reduce<RepairRow>(
              (sum, one) => ({
                ...sum,
                repairs: sum.repairs + one.repairs,
                downtimeDays: sum.downtimeDays + one.downtimeDays,
              }),
              {
                equipmentType: first.equipmentType,
                supplier: first.supplier,
                repairs: first.repairs,
                downtimeDays: first.downtimeDays,
              },
            ),
          ]
        : [],
    )
    .toSorted((a, b) => b.downtimeDays - a.downtimeDays);
}
