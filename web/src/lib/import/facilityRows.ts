import type { CountryPack } from '#functions/domain/countryPack.ts';
import { ImportRow } from '#functions/domain/facilityImport.ts';
import { claimOf } from '#functions/domain/facilityProfile.ts';
import { requiredColumns, type Columns } from './columns.ts';
import { connectivityChoices, powerChoices } from './names.ts';
import { textIn, type Cell, type Table } from './table.ts';
import { choiceIn, dayIn, degreesIn, wholeIn, type CellFaultKind, type Value } from './values.ts';

/** What is wrong with a cell. */
export interface CellFault {
  field: string;
  kind: CellFaultKind;
  /** What it says. */
  value: string;
  /** The row that says it already. */
  earlier?: number;
}

/** A row of a file: what it says of a facility, or what is to be mended in it. */
export type FacilityRead = { number: number } & ({ row: ImportRow } | { faults: CellFault[] });

type RowPack = Pick<CountryPack, 'languages' | 'codeSystems' | 'regions' | 'facilityTypes'>;

/** What the rows of a file say, each on its own. A facility or a code that comes again is told of the later row. */
export function facilitiesIn({ rows }: Table, columns: Columns, pack: RowPack): FacilityRead[] {
  const seen = new Map<string, number>();
  const readers = readersOf(pack);
  return rows.map(({ number, cells }) => {
    const read = rowIn(cells, columns, { readers, pack });
    if ('faults' in read) return { number, ...read };
    const repeated = repetitionsIn(read.row, seen, number);
    return repeated.length > 0 ? { number, faults: repeated } : { number, row: read.row };
  });
}

type Reader = (cell: Cell) => Value<unknown>;
type Readers = Record<string, Reader>;

const text: Reader = (cell) => ({ value: textIn(cell) });

function readersOf(pack: RowPack): Readers {
  const named = (entries: RowPack['regions'] | RowPack['facilityTypes']) =>
    entries.map(({ code, names }) => ({ code, names: Object.values(names) }));
  const [regions, types] = [named(pack.regions), named(pack.facilityTypes)];
  return {
    // As the form does, in whichever case it is written.
    facilityId: (cell) => ({ value: textIn(cell).toUpperCase() }),
    type: (cell) => choiceIn(cell, types),
    region: (cell) => regionIn(cell, regions),
    lat: (cell) => degreesIn(cell, 90),
    lon: (cell) => degreesIn(cell, 180),
    population: wholeIn,
    populationOn: dayIn,
    connectivity: (cell) => choiceIn(cell, connectivityChoices),
    power: (cell) => choiceIn(cell, powerChoices),
    plannedOn: dayIn,
  };
}

/** Registers say "Lviv oblast" where we say "Lviv". */
const regionWord = /\s+(область|обл\.?|вобласць|вобл\.?|oblast|region)$/i;

function regionIn(cell: Cell, regions: { code: string; names: string[] }[]): Value<string> {
  return choiceIn(textIn(cell).replace(regionWord, ''), regions);
}

function rowIn(
  cells: Cell[],
  { fields }: Columns,
  { readers, pack }: { readers: Readers; pack: RowPack },
): { row: ImportRow } | { faults: CellFault[] } {
  const told = new Map<string, unknown>();
  const said = new Map<string, string>();
  const faults: CellFault[] = [];
  for (const [index, field] of fields) {
    const cell = cells[index] ?? null;
    const value = textIn(cell);
    if (value === '') continue;
    said.set(field, value);
    const read = (readers[field] ?? text)(cell);
    if ('fault' in read) faults.push({ field, kind: read.fault, value });
    else told.set(field, read.value);
  }
  const missing = requiredColumns(pack).filter((field) => !said.has(field));
  faults.push(...missing.map((field): CellFault => ({ field, kind: 'missing', value: '' })));
  for (const [field, other] of [
    ['lat', 'lon'],
    ['lon', 'lat'],
  ] as const)
    if (!said.has(field) && said.has(other)) faults.push({ field, kind: 'halfPlace', value: '' });
  if (faults.length > 0) return { faults };
  const parsed = ImportRow.safeParse(rowOf(told));
  if (parsed.success) return { row: parsed.data };
  return { faults: parsed.error.issues.map(({ path }) => unfit(path, told, said)) };
}

/** The row as the API takes it; what is not told is left out. */
function rowOf(told: ReadonlyMap<string, unknown>): object {
  const { lat, lon, plannedOn, ...rest } = Object.fromEntries(
    [...told].filter(([field]) => !field.includes('.')),
  );
  const below = (name: string) =>
    [...told].flatMap(([field, value]) =>
      field.startsWith(`${name}.`) ? [[field.slice(name.length + 1), value] as const] : [],
    );
  const codes = below('externalCodes').map(([system, code]) => ({ system, code }));
  return {
    profile: {
      ...rest,
      names: Object.fromEntries(below('names')),
      settlement: Object.fromEntries(below('settlement')),
      ...(lat !== undefined && { coordinates: { lat, lon } }),
      ...(codes.length > 0 && { externalCodes: codes }),
    },
    ...(plannedOn !== undefined && { plannedOn }),
  };
}

/** A cell that the API would not take, such as a text that is too long. */
function unfit(
  path: PropertyKey[],
  told: ReadonlyMap<string, unknown>,
  said: ReadonlyMap<string, string>,
): CellFault {
  const [top = '', below] = path.slice(1).map(String);
  const systems = [...told.keys()].filter((field) => field.startsWith('externalCodes.'));
  const field =
    top === 'externalCodes' ? (systems[Number(below)] ?? top) : [top, below].filter(Boolean).join('.');
  return { field, kind: 'unfit', value: said.get(field) ?? '' };
}

function repetitionsIn({ profile }: ImportRow, seen: Map<string, number>, number: number): CellFault[] {
  const { facilityId, externalCodes = [] } = profile;
  const claims = [
    { key: facilityId, field: 'facilityId', value: facilityId },
    ...externalCodes.map((one) => ({
      key: claimOf(one),
      field: `externalCodes.${one.system}`,
      value: one.code,
    })),
  ];
  const faults = claims.flatMap(({ key, field, value }): CellFault[] => {
    const earlier = seen.get(key);
    return earlier === undefined ? [] : [{ field, kind: 'repeated', value, earlier }];
  });
  if (faults.length === 0) for (const { key } of claims) seen.set(key, number);
  return faults;
}
