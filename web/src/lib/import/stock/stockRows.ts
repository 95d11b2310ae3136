import type { CountryPack } from '#functions/domain/countryPack.ts';
import { longestNumber, mostSerialNumbers, mostUnits } from '#functions/domain/equipment/bounds.ts';
import type { StockRow } from '#functions/domain/equipment/stockImport.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import { pairs, type Columns, type KindColumns } from '../columns.ts';
import { typedSerialNumbers } from '../../equipment/serialNumbers.ts';
import { rowsIn, type Reading, type RowRead } from '../reading.ts';
import { textIn, type Cell, type Table } from '../table.ts';
import { choiceIn, dayIn, lineIn, wholeIn, type Value } from '../values.ts';
import { sourceChoices, stateChoices, stockLabels } from './stockNames.ts';

/** What a file's rows may name. */
export interface StockCountry {
  pack: Pick<CountryPack, 'equipmentTypes'>;
  solutions: Pick<Solution, 'solutionId' | 'names'>[];
}

/** The columns of a file of equipment that is there already. */
export const stockColumns: KindColumns = {
  all: Object.keys(stockLabels),
  required: ['placeId', 'inventoryNumber', 'equipmentType', 'units', 'source'],
  names: Object.entries(stockLabels).flatMap(([field, labels]) => pairs(labels, field)),
};

/** What the rows of a file say of equipment. A number that comes again at its place is told of the later row. */
export function stockIn(table: Table, columns: Columns, country: StockCountry): RowRead<StockRow>[] {
  const choices = {
    types: country.pack.equipmentTypes.map(({ code, names }) => ({ code, names: Object.values(names) })),
    solutions: country.solutions.map(({ solutionId, names }) => ({
      code: solutionId,
      names: Object.values(names),
    })),
  };
  return rowsIn(
    table,
    columns,
    (reading) => rowIn(reading, choices),
    ({ placeId, inventoryNumber }) => [
      {
        key: `${placeId}\n${inventoryNumber.toLowerCase().replace(/\s+/g, '')}`,
        field: 'inventoryNumber',
        value: inventoryNumber,
      },
    ],
  );
}

type Choices = Record<'types' | 'solutions', { code: string; names: string[] }[]>;

/** What fits the API's own schemas, to which a test holds it. */
const longestSource = 200;

function rowIn(reading: Reading, { types, solutions }: Choices): StockRow | undefined {
  const placeId = reading.needed('placeId', placeIdIn);
  const inventoryNumber = reading.needed('inventoryNumber', numberIn);
  const equipmentType = reading.needed('equipmentType', (cell) => choiceIn(cell, types));
  const units = reading.needed('units', unitsIn);
  const kind = reading.needed('source', (cell) => choiceIn(cell, sourceChoices));
  const name = reading.read('sourceName', (cell) => lineIn(cell, longestSource));
  const told = {
    solutionId: reading.read('solutionId', (cell) => choiceIn(cell, solutions)),
    state: reading.read('state', (cell) => choiceIn(cell, stateChoices)),
    ...daysIn(reading),
    faultySince: reading.read('faultySince', dayIn),
    serialNumbers: reading.read('serialNumbers', serialNumbersIn),
    orderNumber: reading.read('orderNumber', numberIn),
    accountableUntil: reading.read('accountableUntil', dayIn),
  };
  if (!placeId || !inventoryNumber || !equipmentType || !units || !kind) return undefined;
  const source = { kind, ...(name && { name }) };
  return { placeId, inventoryNumber, equipmentType, units, source, ...told };
}

function daysIn(reading: Reading): Pick<StockRow, 'receivedOn' | 'installedOn' | 'firstUsedOn'> {
  const fields = ['receivedOn', 'installedOn', 'firstUsedOn'] as const;
  if (fields.every((field) => reading.isEmpty(field)))
    reading.faults.push({ field: 'receivedOn', kind: 'missing', value: '' });
  const [receivedOn, installedOn, firstUsedOn] = fields.map((field) => reading.read(field, dayIn));
  return { receivedOn, installedOn, firstUsedOn };
}

/** In whichever case it is written. */
function placeIdIn(cell: Cell): Value<string> {
  const value = textIn(cell).toUpperCase();
  return /^[A-Z]{2}-(\d{4,6}|W\d{2,4})$/.test(value) ? { value } : { fault: 'unfit' };
}

function numberIn(cell: Cell): Value<string> {
  return lineIn(cell, longestNumber);
}

function unitsIn(cell: Cell): Value<number> {
  const read = wholeIn(cell);
  const isRight = 'fault' in read || (read.value >= 1 && read.value <= mostUnits);
  return isRight ? read : { fault: 'unfit' };
}

function serialNumbersIn(cell: Cell): Value<string[]> {
  const read = typedSerialNumbers(textIn(cell)).map(numberIn);
  const value = read.flatMap((one) => ('value' in one ? one.value : []));
  const isRight = value.length === read.length && value.length > 0 && value.length <= mostSerialNumbers;
  return isRight ? { value } : { fault: 'unfit' };
}
