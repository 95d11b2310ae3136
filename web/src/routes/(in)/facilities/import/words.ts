import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { ExternalCode } from '#functions/domain/facilityProfile.ts';
import { languages } from '#functions/domain/names.ts';
import { day, named, number } from '#lib/i18n/format.ts';
import type { CellFault } from '#lib/import/facilityRows.ts';
import type { FileFaultKind } from '#lib/import/fileFault.ts';
import type { CellFaultKind } from '#lib/import/values.ts';
import { shaped } from '#lib/offline/localStorage.ts';
import { connectivityWords, fieldWords, inLanguage, powerWords } from '#lib/record/labels.ts';
import type { Line } from './importing.svelte.ts';

/** Why a file is not read. */
export const fileFaultWords: Record<FileFaultKind, () => string> = {
  tooLarge: m.importTooLarge,
  tooManyRows: m.importTooManyRows,
  oldExcel: m.importOldExcel,
  unreadable: m.importUnreadable,
  cut: m.importCut,
  empty: m.importEmpty,
};

const faultWords: Record<Exclude<CellFaultKind, 'repeated' | 'ambiguous'>, () => string> = {
  missing: m.importCellMissing,
  formula: m.importCellFormula,
  notWhole: m.importCellNotWhole,
  notDegrees: m.importCellNotDegrees,
  notDay: m.importCellNotDay,
  noSuchDay: m.importCellNoSuchDay,
  unknownChoice: m.importCellUnknown,
  unfit: m.importCellUnfit,
  halfPlace: m.importCellHalfPlace,
};

function faultText({ field, kind, earlier }: CellFault): string {
  if (kind === 'repeated') return m.importCellRepeated({ row: String(earlier) });
  if (kind === 'ambiguous') return field === 'population' ? m.importCellAmbiguous() : m.importCellSlashes();
  if (kind === 'unfit' && field === 'facilityId') return m.registerCodeFault();
  return faultWords[kind]();
}

/** Why the server refuses a row, by its code and field. */
const refusalWords: Record<string, () => string> = {
  'alreadyExists facilityId': m.refusedExists,
  'alreadyExists externalCodes': m.codeTaken,
  'wrongState region': m.importOtherRegion,
  'wrongState plannedOn': m.importOtherDay,
  'unknownRegion region': m.importCellUnknown,
  'invalid facilityId': m.registerCodeFault,
  'invalid externalCodes': m.importTooManyCodes,
  'invalid populationOn': m.populationOnFault,
  'invalid populationSource': m.populationSourceFault,
  'dateNotAllowed populationOn': m.populationOnFault,
  'dateNotAllowed plannedOn': m.refusedDate,
};

/** One thing to mend in a row: the field, what stands there, and why it cannot. */
export interface Reason {
  field: string;
  value: string;
  text: string;
}

export function reasonsOf({ faults, told, row }: Line): Reason[] {
  const { code = '', field = '' } = told?.refused ?? {};
  const refused: Reason[] = told?.refused
    ? [{ field, value: valueAt(row, field), text: (refusalWords[`${code} ${field}`] ?? m.refusedForm)() }]
    : [];
  return [...faults.map((fault) => ({ ...fault, text: faultText(fault) })), ...refused];
}

function valueAt(row: Line['row'], field: string): string {
  const value = new Map<string, unknown>(Object.entries({ ...row?.profile, plannedOn: row?.plannedOn })).get(
    field,
  );
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const labels: Partial<Record<string, () => string>> = {
  ...fieldWords,
  facilityId: m.registerCode,
  region: m.region,
  lat: m.latitude,
  lon: m.longitude,
  plannedOn: m.registerPlannedOn,
};

/** A field as the form calls it. */
export function fieldText(field: string, pack: CountryPack): string {
  const [top = '', below = ''] = field.split('.');
  const language = new Map(Object.entries(inLanguage)).get(below)?.() ?? '';
  if (top === 'names') return m.registerName({ language }).trim();
  if (top === 'settlement') return m.registerSettlement({ language }).trim();
  const system = pack.codeSystems.find(({ code }) => code === below);
  return system ? named(system.names) : (labels[top]?.() ?? field);
}

const isPlace = shaped<{ lat: number; lon: number }>('lat', 'lon');
const isCode = shaped<ExternalCode>('system', 'code');

/** What a field holds, as people read it. */
export function valueText(field: string, value: unknown, pack: CountryPack): string {
  if (value === undefined) return '–';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return choiceText(field, value, pack);
  if (Array.isArray(value)) return value.map((one) => partText(one, pack)).join(', ') || '–';
  if (isPlace(value)) return `${value.lat}, ${value.lon}`;
  return namesText(value);
}

function choiceText(field: string, value: string, pack: CountryPack): string {
  const entry = { type: pack.facilityTypes, region: pack.regions }[field]?.find(({ code }) => code === value);
  if (entry) return named(entry.names);
  if (field === 'populationOn') return day(value);
  const words: Record<string, Partial<Record<string, () => string>>> = {
    connectivity: connectivityWords,
    power: powerWords,
  };
  return words[field]?.[value]?.() ?? value;
}

function partText(part: unknown, pack: CountryPack): string {
  if (!isCode(part)) return '';
  const system = pack.codeSystems.find(({ code }) => code === part.system);
  return `${system ? named(system.names) : part.system} ${part.code}`;
}

function namesText(value: unknown): string {
  const names = new Map<string, unknown>(typeof value === 'object' && value ? Object.entries(value) : []);
  const known = languages.map((language) => names.get(language));
  return known.filter((name) => typeof name === 'string').join(' · ');
}

/** What may stand in a column, where that is one of a few things. */
export function choicesOf(field: string, pack: CountryPack): string[] {
  const entries = { type: pack.facilityTypes, region: pack.regions }[field];
  if (entries) return entries.map(({ code, names }) => `${code} ${named(names)}`);
  const words = { connectivity: connectivityWords, power: powerWords }[field];
  return words ? Object.entries(words).map(([code, word]) => `${code} ${word()}`) : [];
}
