import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
import { columnLabels, inLanguage, nameLabels } from './names.ts';
import { plain } from './values.ts';

type ImportPack = Pick<CountryPack, 'languages' | 'codeSystems'>;

/** A file's columns: the field that each place holds, and what is wrong with the header. */
export interface Columns {
  fields: ReadonlyMap<number, string>;
  /** Unknown ones, and those that are there a second time. */
  ignored: string[];
  /** Fields that every file must have. */
  missing: string[];
}

/** Every column that there may be, by the field's name in the API, as the template has them. */
export function templateColumns(pack: ImportPack): string[] {
  const { facilityId: _, type: __, region: ___, ...rest } = columnLabels;
  const inEach = (field: string) => pack.languages.map((language) => `${field}.${language}`);
  return [
    'facilityId',
    ...inEach('names'),
    'type',
    'region',
    ...inEach('settlement'),
    ...Object.keys(rest),
    ...pack.codeSystems.map(({ code }) => `externalCodes.${code}`),
  ];
}

/** What a file must say of each facility. */
export function requiredColumns(pack: ImportPack): string[] {
  const own = ownLanguage(pack);
  return ['facilityId', `names.${own}`, 'type', 'region', `settlement.${own}`, 'connectivity', 'power'];
}

/** Finds the columns by their names: those of the API, or those of the form in any language. */
export function columnsIn(header: string[], pack: ImportPack): Columns {
  const known = columnNames(pack);
  const fields = new Map<number, string>();
  const ignored: string[] = [];
  const found = new Set<string>();
  for (const [index, name] of header.entries()) {
    const field = known.get(plain(name));
    if (field && !found.has(field)) fields.set(index, field);
    else if (name) ignored.push(name);
    if (field) found.add(field);
  }
  return { fields, ignored, missing: requiredColumns(pack).filter((field) => !found.has(field)) };
}

function columnNames(pack: ImportPack): ReadonlyMap<string, string> {
  const own = ownLanguage(pack);
  const labelled: [label: string, field: string][] = [
    ...Object.entries(columnLabels).flatMap(([field, labels]) => pairs(labels, field)),
    ...Object.entries(nameLabels).flatMap(([field, labels]) => [
      ...Object.entries(inLanguage).flatMap(([language, phrases]) =>
        labels.flatMap((label) =>
          pairs(
            phrases.map((phrase) => `${label} ${phrase}`),
            `${field}.${language}`,
          ),
        ),
      ),
      ...pairs(labels, `${field}.${own}`),
    ]),
    ...pack.codeSystems.flatMap(({ code, names }) => pairs(Object.values(names), `externalCodes.${code}`)),
    ...Object.keys(inLanguage).flatMap((language) =>
      Object.keys(nameLabels).flatMap((field) => pairs([`${field}.${language}`], `${field}.${language}`)),
    ),
    ...templateColumns(pack).flatMap((field) => pairs([field], field)),
  ];
  return new Map(labelled.map(([label, field]) => [plain(label), field]));
}

function pairs(labels: readonly string[], field: string): [string, string][] {
  return labels.map((label) => [label, field]);
}
