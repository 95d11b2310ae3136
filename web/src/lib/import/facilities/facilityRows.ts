import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
import type { ImportRow } from '#functions/domain/facility/facilityImport.ts';
import { claimOf, type ExternalCode } from '#functions/domain/facility/facilityProfile.ts';
import { languages, type ProperNames } from '#functions/domain/names.ts';
import type { Columns } from '../columns.ts';
import { rowsIn, type Claim, type Reading, type RowRead } from '../reading.ts';
import { textIn, type Cell, type Table } from '../table.ts';
import { choiceIn, dayIn, degreesIn, lineIn, wholeIn, type Value } from '../values.ts';
import { connectivityChoices, powerChoices } from './facilityNames.ts';

type RowPack = Pick<CountryPack, 'languages' | 'codeSystems' | 'regions' | 'facilityTypes'>;

/** What the rows of a file say of facilities. A facility or a code that comes again is told of the later row. */
export function facilitiesIn(table: Table, columns: Columns, pack: RowPack): RowRead<ImportRow>[] {
  const choices = { regions: choicesOf(pack.regions), types: choicesOf(pack.facilityTypes) };
  return rowsIn(table, columns, (reading) => rowIn(reading, pack, choices), claimsOf);
}

const choicesOf = (entries: RowPack['regions'] | RowPack['facilityTypes']) =>
  entries.map(({ code, names }) => ({ code, names: Object.values(names) }));
type Choices = ReturnType<typeof choicesOf>;

/** What fits the API's own schemas, to which a test holds it: the schemas would come along with every page. */
const longest = { name: 200, source: 200, code: 60 };
const mostPopulation = 100_000_000;

function rowIn(
  reading: Reading,
  pack: RowPack,
  { regions, types }: { regions: Choices; types: Choices },
): ImportRow | undefined {
  const facilityId = reading.needed('facilityId', facilityIdIn);
  const names = namesIn(reading, 'names', pack);
  const type = reading.needed('type', (cell) => choiceIn(cell, types));
  const region = reading.needed('region', (cell) => regionIn(cell, regions));
  const settlement = namesIn(reading, 'settlement', pack);
  const coordinates = placeIn(reading);
  const population = reading.read('population', populationIn);
  const populationOn = reading.read('populationOn', dayIn);
  const populationSource = reading.read('populationSource', (cell) => lineIn(cell, longest.source));
  const connectivity = reading.needed('connectivity', (cell) => choiceIn(cell, connectivityChoices));
  const power = reading.needed('power', (cell) => choiceIn(cell, powerChoices));
  const plannedOn = reading.read('plannedOn', dayIn);
  const externalCodes = codesIn(reading, pack);
  if (!facilityId || !type || !region || !connectivity || !power) return undefined;
  const profile = { facilityId, names, type, region, settlement, connectivity, power };
  // What is left empty is not told.
  return {
    profile: {
      ...profile,
      ...(coordinates && { coordinates }),
      ...(population !== undefined && { population }),
      ...(populationOn && { populationOn }),
      ...(populationSource && { populationSource }),
      ...(externalCodes.length > 0 && { externalCodes }),
    },
    ...(plannedOn && { plannedOn }),
  };
}

/** In whichever case it is written. */
function facilityIdIn(cell: Cell): Value<string> {
  const value = textIn(cell).toUpperCase();
  return /^[A-Z]{2}-\d{4,6}$/.test(value) ? { value } : { fault: 'unfit' };
}

/** Registers say "Lviv oblast" where we say "Lviv". */
const regionWord = /\s+(область|обл\.?|вобласць|вобл\.?|oblast|region)$/i;

function regionIn(cell: Cell, regions: Choices): Value<string> {
  return choiceIn(textIn(cell).replace(regionWord, ''), regions);
}

function populationIn(cell: Cell): Value<number> {
  const read = wholeIn(cell);
  return 'value' in read && read.value > mostPopulation ? { fault: 'unfit' } : read;
}

function namesIn(reading: Reading, field: 'names' | 'settlement', pack: RowPack): ProperNames {
  const own = ownLanguage(pack);
  const known = languages.flatMap((language) => {
    const read = language === own ? reading.needed.bind(reading) : reading.read.bind(reading);
    const name = read(`${field}.${language}`, (cell) => lineIn(cell, longest.name));
    return name ? [[language, name] as const] : [];
  });
  return Object.fromEntries(known);
}

function placeIn(reading: Reading): { lat: number; lon: number } | undefined {
  const [lat, lon] = [
    reading.read('lat', (cell) => degreesIn(cell, 90)),
    reading.read('lon', (cell) => degreesIn(cell, 180)),
  ];
  for (const [field, other] of [
    ['lat', 'lon'],
    ['lon', 'lat'],
  ] as const)
    if (reading.isEmpty(field) && !reading.isEmpty(other))
      reading.faults.push({ field, kind: 'halfPlace', value: '' });
  return lat === undefined || lon === undefined ? undefined : { lat, lon };
}

function codesIn(reading: Reading, { codeSystems }: RowPack): ExternalCode[] {
  return codeSystems.flatMap(({ code: system }) => {
    const code = reading.read(`externalCodes.${system}`, (cell) => lineIn(cell, longest.code));
    return code ? [{ system, code }] : [];
  });
}

/** What only one row may have. */
function claimsOf({ profile: { facilityId, externalCodes = [] } }: ImportRow): Claim[] {
  return [
    { key: facilityId, field: 'facilityId', value: facilityId },
    ...externalCodes.map((one) => ({
      key: claimOf(one),
      field: `externalCodes.${one.system}`,
      value: one.code,
    })),
  ];
}
