import type { DataPackage } from '../../domain/release/dataPackage.ts';
import { publicHead, publicLicence } from '../../domain/release/publicRelease.ts';
import type { Release } from '../../domain/release/release.ts';
import { at, by, key } from './circumstances.ts';

interface Told {
  region: string;
  month: string;
  facility: { facilityId: string; names: object };
}

/** An example for each operation on releases. */
export function releaseOperations({ region, month, facility: { facilityId, names } }: Told) {
  const release: Release = {
    releaseId: `${month}.1-kfmwqz`,
    month,
    version: 1,
    madeOn: '2024-12-03',
    at,
    by,
    open: { ofMonth: 139, expected: 328, before: 2 },
    figures: { facilitiesLive: 328, teleconsultations: 8893 },
    content: [{ name: 'outside', digest: '0f3a', items: 1 }],
  };
  const cube = { months: [month], rows: [region], figures: { facilitiesLive: [1], teleconsultations: [26] } };
  const report = { facilityId, names, region, month, standing: 'waiting' as const };
  const milestone = {
    milestoneId: 'strategy',
    names: { en: 'Strategy adopted', uk: 'Стратегію ухвалено' },
    on: '2023',
    version: 1,
  };
  const line = { version: 1, at, by, action: 'makeRelease' as const };
  return {
    'releases.list': { answer: { releases: [release] } },
    'releases.make': { body: { basedOn: 0, ...key, month }, answer: release },
    'releases.get': { answer: { release, cube, milestones: [milestone] } },
    'releases.open': { answer: { reports: [report], size: 1 } },
    'releases.now': { answer: { cube } },
    'releases.changed': {
      answer: {
        records: [{ kind: 'monthlyReport', recordId: facilityId, names, month, by: 12 }],
        next: `${facilityId}~${month}`,
      },
    },
    'releases.ofDonor': {
      answer: { cube: { months: [month], rows: [region], figures: { 'furthest.firstUse.open.units': [4] } } },
    },
    'openData.releases': { answer: { releases: [publicHead(release)] } },
    'openData.release': {
      answer: {
        release: publicHead(release),
        licence: publicLicence,
        cube: { ...cube, notShown: { workersTrained: [0, 1] } },
        milestones: [milestone],
      },
    },
    'openData.figures': {
      answer: `month,period,region,region_name,figure,value,status\r\n${month},month,${region},Lviv,facilitiesLive,26,shown\r\n`,
    },
    'openData.dataPackage': { answer: dataPackage(release.releaseId, month) },
    'releases.history': {
      answer: { lines: [{ ...line, changes: [{ field: 'releaseId', to: release.releaseId }] }] },
    },
  };
}

function dataPackage(releaseId: string, month: string): DataPackage {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `telemedicine-ua-${releaseId}`,
    id: `https://example.org/public/releases/${releaseId}/datapackage.json`,
    title: 'Telemedicine in Ukraine: figures to the end of November 2024',
    description: `Approved figures of the telemedicine rollout, release ${releaseId} of 2024-12-03.`,
    homepage: 'https://example.org/public/en/',
    version: `${month}.1`,
    created: '2024-12-03T00:00:00Z',
    licenses: [
      {
        name: publicLicence,
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0 International',
      },
    ],
    contributors: [{ title: 'Ministry of Health', roles: ['publisher'] }],
    sources: [{ title: 'Ministry of Health: monthly reports of health facilities' }],
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
          fields: [
            { name: 'value', type: 'number', title: 'Value', description: 'Empty where it is not shown.' },
          ],
          missingValues: [''],
          primaryKey: ['month', 'period', 'region', 'figure'],
        },
      },
    ],
    figures: [
      {
        name: 'facilitiesLive',
        title: { en: 'Facilities that are live' },
        unit: 'facilities',
        kind: 'level',
        isAboutPeople: false,
      },
    ],
  };
}
