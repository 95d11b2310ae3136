import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
import { pairs, type KindColumns } from '../columns.ts';
import { columnLabels, inLanguage, nameLabels } from './facilityNames.ts';

type ImportPack = Pick<CountryPack, 'languages' | 'codeSystems'>;

/** The columns of a file of facilities. */
export function facilityColumns(pack: ImportPack): KindColumns {
  return { all: templateColumns(pack), required: requiredColumns(pack), names: columnNames(pack) };
}

function templateColumns(pack: ImportPack): string[] {
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

function requiredColumns(pack: ImportPack): string[] {
  const own = ownLanguage(pack);
  return ['facilityId', `names.${own}`, 'type', 'region', `settlement.${own}`, 'connectivity', 'power'];
}

function columnNames(pack: ImportPack): [label: string, field: string][] {
  const own = ownLanguage(pack);
  return [
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
  ];
}
