import { ownLanguage, type CountryPack } from '../domain/countryPack.ts';
import type { Figure } from '../domain/figureCatalogue.ts';
import { languages, nameIn } from '../domain/names.ts';
import type { DataPackage } from '../domain/release/dataPackage.ts';
import { publicLicence, type PublicRelease } from '../domain/release/publicRelease.ts';
import { figuresIn } from './csv.ts';
import { formatsOf } from './format.ts';
import { pagePath, releasePath } from './paths.ts';

/** What the files of a release are and mean: a Data Package, which is the data dictionary too. */
export function dataPackageOf(release: PublicRelease, pack: CountryPack, origin: string): DataPackage {
  const { releaseId, month, version, madeOn, open } = release.release;
  const ministry = nameIn(pack.ministry.names, 'en', ownLanguage(pack));
  const figures = figuresIn(release, pack);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `telemedicine-${pack.country.toLowerCase()}-${releaseId}`,
    id: `${origin}${releasePath(releaseId, 'datapackage.json')}`,
    title: `Telemedicine in ${pack.names.en}: figures to the end of ${formatsOf('en').month(month)}`,
    description: [
      `Approved figures of the telemedicine rollout, release ${releaseId} of ${madeOn}.`,
      `${open.ofMonth} of ${open.expected} reports for ${month} were not approved then and are not in it.`,
      'A release is never changed; corrections are in the next one.',
    ].join(' '),
    homepage: `${origin}${pagePath('en')}`,
    version: `${month}.${version}`,
    created: `${madeOn}T00:00:00Z`,
    licenses: [
      {
        name: publicLicence,
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0 International',
      },
    ],
    contributors: [{ title: ministry, roles: ['publisher'] }],
    sources: [{ title: `${ministry}: monthly reports of health facilities` }],
    resources: [
      {
        name: 'figures',
        path: 'figures.csv',
        title: 'All figures, one value a row',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        type: 'table',
        schema: {
          fields: fieldsOf(figures, pack),
          missingValues: [''],
          primaryKey: ['month', 'period', 'region', 'figure'],
        },
      },
      {
        name: 'release',
        path: 'release.json',
        title: 'The same by region and month, as the product keeps it, with milestones',
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      },
    ],
    figures: figures.map(({ name, names, unit, kind, isAboutPeople }) => ({
      name,
      title: Object.fromEntries(languages.map((language) => [language, names[language]])),
      unit: unitOf(unit),
      kind,
      isAboutPeople,
    })),
  };
}

const unitOf = (unit: Figure['unit']): string => (unit === 'usdCents' ? 'usd' : unit);

type Field = NonNullable<DataPackage['resources'][number]['schema']>['fields'][number];

function fieldsOf(figures: readonly Figure[], pack: CountryPack): Field[] {
  const constraints = { required: true };
  return [
    {
      name: 'month',
      type: 'yearmonth',
      title: 'Month',
      description: 'The month to whose end the value is told.',
      constraints,
    },
    {
      name: 'period',
      type: 'string',
      title: 'Period',
      description:
        'The country is told by month. Regions are told by quarter, at its last month, and figures that are not about people in the last month of the release too.',
      categories: [
        { value: 'month', label: 'Month' },
        { value: 'quarter', label: 'Quarter' },
      ],
      constraints,
    },
    {
      name: 'region',
      type: 'string',
      title: 'Region',
      description: 'ISO 3166-2 code of the region; ISO 3166-1 code for the country.',
      categories: [
        { value: pack.country, label: pack.names.en },
        ...pack.regions.map(({ code, names }) => ({ value: code, label: names.en })),
      ],
      constraints,
    },
    {
      name: 'region_name',
      type: 'string',
      title: 'Name of the region',
      description: 'In the language of the country.',
    },
    {
      name: 'figure',
      type: 'string',
      title: 'Figure',
      description: 'Its stable name; `figures` of this package says what each is.',
      categories: figures.map(({ name, names }) => ({ value: name, label: names.en })),
      constraints,
    },
    {
      name: 'value',
      type: 'number',
      title: 'Value',
      description:
        'By the kind of its figure: `flow` is added up since the programme began, `level` is the state at the month’s end, `month` is of that month alone. Empty where it is not shown.',
    },
    {
      name: 'status',
      type: 'string',
      title: 'Status',
      description:
        'Whether the value is shown. Small counts of people, and what would tell them, are not: that is not zero.',
      categories: [
        { value: 'shown', label: 'Shown' },
        { value: 'notShown', label: 'Not shown' },
      ],
      constraints,
    },
  ];
}
