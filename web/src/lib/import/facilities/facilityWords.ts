import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { ImportRow } from '#functions/domain/facility/facilityImport.ts';
import type { ExternalCode } from '#functions/domain/facility/facilityProfile.ts';
import { languages } from '#functions/domain/names.ts';
import { day, named, number } from '#lib/i18n/format.ts';
import { shaped } from '#lib/offline/localStorage.ts';
import { connectivityWords, fieldWords, inLanguage, powerWords } from '#lib/record/labels.ts';
import type { ImportWords } from '../importKind.ts';

/** How people read what files tell of facilities. */
export function facilityWords(pack: CountryPack): ImportWords<ImportRow> {
  return {
    title: m.importFacilities(),
    template: 'facilities.csv',
    fieldText: (field) => fieldText(field, pack),
    valueText: (field, value) => valueText(field, value, pack),
    choicesOf: (field) => choicesOf(field, pack),
    valueIn: ({ profile, plannedOn }, field) =>
      new Map<string, unknown>(Object.entries({ ...profile, plannedOn })).get(field),
    faultText: ({ kind, field }) =>
      kind === 'unfit' && field === 'facilityId' ? m.registerCodeFault() : undefined,
    refusalText: (code, field) => refusalWords[`${code} ${field}`]?.(),
    codeOf: ({ profile }) => profile.facilityId,
    codeLabel: m.registerCode(),
    shown: [
      { key: 'name', label: m.facility(), value: ({ profile }) => named(profile.names) },
      { key: 'region', label: m.region(), value: ({ profile }) => valueText('region', profile.region, pack) },
    ],
  };
}

/** Why the server refuses a row, by its code and field. */
const refusalWords: Partial<Record<string, () => string>> = {
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

const labels: Partial<Record<string, () => string>> = {
  ...fieldWords,
  facilityId: m.registerCode,
  region: m.region,
  lat: m.latitude,
  lon: m.longitude,
  plannedOn: m.registerPlannedOn,
};

/** A field as the form calls it. */
function fieldText(field: string, pack: CountryPack): string {
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
function valueText(field: string, value: unknown, pack: CountryPack): string {
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
function choicesOf(field: string, pack: CountryPack): string[] {
  const entries = { type: pack.facilityTypes, region: pack.regions }[field];
  if (entries) return entries.map(({ code, names }) => `${code} ${named(names)}`);
  const words = { connectivity: connectivityWords, power: powerWords }[field];
  return words ? Object.entries(words).map(([code, word]) => `${code} ${word()}`) : [];
}
