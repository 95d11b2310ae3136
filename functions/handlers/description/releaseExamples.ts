import type { CountryPack } from '../../domain/countryPack.ts';
import { publicHead, publicLicence, type PublicRelease } from '../../domain/release/publicRelease.ts';
import type { Release } from '../../domain/release/release.ts';
import { figuresCsv } from '../../publication/csv.ts';
import { dataPackageOf } from '../../publication/dataPackage.ts';
import { at, by, key } from './circumstances.ts';

interface Told {
  pack: CountryPack;
  region: string;
  month: string;
  facility: { facilityId: string; names: object };
}

/** An example for each operation on releases. */
export function releaseExamples({ pack, region, month, facility: { facilityId, names } }: Told) {
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
  const told: PublicRelease = {
    release: publicHead(release),
    licence: publicLicence,
    cube: { ...cube, notShown: { workersTrained: [0, 1] } },
    milestones: [milestone],
  };
  const ofOneRegion = { ...pack, regions: pack.regions.filter(({ code }) => code === region) };
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
    'openData.release': { answer: told },
    'openData.figures': { answer: figuresCsv(told, ofOneRegion) },
    'openData.dataPackage': { answer: dataPackageOf(told, ofOneRegion, 'https://example.org') },
    'releases.history': {
      answer: { lines: [{ ...line, changes: [{ field: 'releaseId', to: release.releaseId }] }] },
    },
  };
}
