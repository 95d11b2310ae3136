import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { EquipmentEvent } from '#functions/domain/equipment/consignment.ts';
import type { StockRow } from '#functions/domain/equipment/stockImport.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import { eventWords, sourceWords, stateWords, typeName } from '#lib/equipment/labels.ts';
import { day, named, number } from '#lib/i18n/format.ts';
import { shaped } from '#lib/offline/localStorage.ts';
import type { ImportWords } from '../importKind.ts';
import type { CellFault } from '../reading.ts';
import { sourceChoices, stateChoices } from './stockNames.ts';

export interface StockNames {
  pack: CountryPack;
  solutions: Pick<Solution, 'solutionId' | 'names'>[];
}

/** How people read what files tell of equipment. */
export function stockWords(names: StockNames): ImportWords<StockRow> {
  const { pack } = names;
  return {
    title: m.importStock(),
    template: 'equipment.csv',
    fieldText: (field) => fieldWords[field]?.() ?? field,
    valueText,
    choicesOf: (field) => choicesOf(field, names),
    valueIn: (row, field) => {
      const { source, ...rest } = row;
      return new Map<string, unknown>(Object.entries({ ...rest, source: source.kind })).get(field);
    },
    faultText,
    refusalText: (code, field) => (refusalWords[`${code} ${field}`] ?? refusalWords[code])?.(),
    codeOf: ({ inventoryNumber }) => inventoryNumber,
    codeLabel: m.inventoryNumber(),
    shown: [
      { key: 'place', label: m.placeCode(), value: ({ placeId }) => placeId },
      { key: 'type', label: m.equipmentType(), value: ({ equipmentType }) => typeName(equipmentType, pack) },
      { key: 'units', label: m.units(), value: ({ units }) => number(units) },
    ],
  };
}

const fieldWords: Partial<Record<string, () => string>> = {
  placeId: m.placeCode,
  inventoryNumber: m.inventoryNumber,
  equipmentType: m.equipmentType,
  units: m.units,
  source: m.equipmentSource,
  sourceName: m.sourceName,
  solutionId: m.forSolution,
  state: m.equipmentState,
  receivedOn: m.cameOn,
  installedOn: m.installedOn,
  firstUsedOn: m.firstUsedOn,
  faultySince: m.faultySince,
  serialNumbers: m.serialNumbers,
  orderNumber: m.orderNumber,
  accountableUntil: m.accountableUntil,
  log: m.consignmentTimeline,
};

function faultText({ field, kind }: CellFault): string | undefined {
  if (kind === 'repeated') return undefined;
  if (field === 'units') return m.unitsFault();
  return field === 'placeId' && kind === 'unfit' ? m.placeCodeFault() : undefined;
}

/** Why the server refuses a row, by its code and field, or by its code alone. */
const refusalWords: Partial<Record<string, () => string>> = {
  'notFound placeId': m.importNoPlace,
  'alreadyExists inventoryNumber': m.importStockExists,
  'invalid equipmentType': m.importCellUnknown,
  'invalid solutionId': m.importCellUnknown,
  'invalid receivedOn': m.importCellMissing,
  'dateNotAllowed accountableUntil': m.importAccountable,
  dateNotAllowed: m.importStockDay,
  'wrongState state': m.importStateDiffers,
  'wrongState equipmentType': m.importStockOther,
  'wrongState units': m.importStockOther,
  'wrongState source': m.importStockOther,
  'wrongState solutionId': m.importStockOther,
  wrongState: m.importEventOther,
};

const isEvent = shaped<EquipmentEvent>('kind', 'date');
const isSource = shaped<StockRow['source']>('kind');

/** What a field holds, as people read it. */
function valueText(_: string, value: unknown): string {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value;
  if (Array.isArray(value)) return value.map(partText).filter(Boolean).join(', ') || '–';
  return isSource(value) ? [sourceWords[value.kind](), value.name].filter(Boolean).join(': ') : '–';
}

/** A serial number, or what happened at the place. */
function partText(part: unknown): string {
  if (typeof part === 'string') return part;
  if (!isEvent(part) || part.kind === 'planned' || part.kind === 'shipped') return '';
  return `${eventWords[part.kind]({ place: part.to?.placeId ?? '' })} ${day(part.date)}`;
}

function choicesOf(field: string, { pack, solutions }: StockNames): string[] {
  const choices: Partial<Record<string, string[]>> = {
    equipmentType: pack.equipmentTypes.map(({ code, names }) => `${code} ${named(names)}`),
    solutionId: solutions.map(({ solutionId, names }) => `${solutionId} ${named(names)}`),
    source: sourceChoices.map(({ code }) => `${code} ${sourceWords[code]()}`),
    state: stateChoices.map(({ code }) => `${code} ${stateWords[code]()}`),
  };
  return choices[field] ?? [];
}
