import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountryPack } from '../../../functions/domain/countryPack.ts';
import { chainFigures } from '../../../functions/domain/equipment/chain/chain.ts';
import { stageFigure } from '../../../functions/domain/facility/facilityFigures.ts';
import { approvedName, catalogueOf } from '../../../functions/domain/figureCatalogue.ts';
import { stages } from '../../../functions/domain/facility/facility.ts';
import { facilityContributions } from '../../../functions/domain/facility/facilityContributions.ts';
import { languages } from '../../../functions/domain/names.ts';
import { reportContributions } from '../../../functions/domain/report/reportContributions.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { groupFigures } from '../../../functions/domain/release/reporters.ts';
import { placesHidden } from '../../../functions/domain/toldOutside.ts';
import { liveFacility, testPack } from '../../support/builders.ts';

const ukraine = packFor('UA');
const figures = [...catalogueOf(ukraine).values()];

/** What rows keep the figures of the chain and of repairs under, in their order. Add to it; never change one of it. */
const storedChainKeys =
  'npo apo nso aso nsl asl nro aro nrt art nrl arl nrd ard nrc arc nio aio nit ait nil ail nid aid nic aic ' +
  'nuo auo nut aut nul aul nud aud nuc auc ds1 ds2 ds3 ds4 ds5 ds6 ds7 ds8 dr1 dr2 dr3 dr4 dr5 dr6 dr7 dr8 di1 di2 di3 di4 di5 di6 di7 di8 du1 du2 du3 du4 du5 du6 du7 du8 xrn xrd ' +
  'dm1 dm2 dm3 dm4 dm5 dm6 dm7 dm8 yph';

/** What rows of progress are stored under. Add to this list; never change a line, for rows that are stored depend on it. */
const storedUnder = {
  facilitiesPlanned: 'fp',
  facilitiesConnected: 'fc',
  facilitiesEquipped: 'fe',
  facilitiesTrained: 'ft',
  facilitiesLive: 'fl',
  facilitiesSuspended: 'fs',
  facilitiesNobodyTrained: 'fu',
  facilitiesJoined: 'fj',
  facilitiesReadinessGap: 'fr',
  facilitiesLiveConfirmed: 'fk',
  facilitiesLiveNeverReported: 'fn',
  reportsExpected: 're',
  reportsReceived: 'rr',
  reportsOnTime: 'rt',
  reportsApproved: 'ra',
  reportsAwaitingReview: 'rw',
  solutionsPreparing: 'sp',
  solutionsOperating: 'so',
  'facilitiesWith.pregnancyMonitoring': 'wp',
  'facilitiesWith.selfExamination': 'ws',
  'facilitiesWith.aiCt': 'wc',
  'facilitiesWith.arNeurorehabilitation': 'wr',
  'facilitiesWith.virtualOperatingRoom': 'wo',
  'facilitiesWith.traumaConsultation': 'wt',
  'facilitiesWith.teleEcg': 'we',
  'facilitiesWith.dermatoscopy': 'wd',
  'facilitiesWith.psychologicalFirstAid': 'wf',
  'facilitiesUsing.pregnancyMonitoring': 'up',
  'facilitiesUsing.selfExamination': 'us',
  'facilitiesUsing.aiCt': 'uc',
  'facilitiesUsing.arNeurorehabilitation': 'ur',
  'facilitiesUsing.virtualOperatingRoom': 'uo',
  'facilitiesUsing.traumaConsultation': 'ut',
  'facilitiesUsing.teleEcg': 'ue',
  'facilitiesUsing.dermatoscopy': 'ud',
  'facilitiesUsing.psychologicalFirstAid': 'uf',
  teleconsultations: 'tc',
  consultationsDoctorToDoctor: 'dd',
  consultationsDoctorToPatient: 'dp',
  requestsFailed: 'rf',
  resolvedWithoutReferral: 'rs',
  transfersAvoided: 'ta',
  remotePrescriptions: 'rx',
  aidPledgedUsd: 'ap',
  aidShippedUsd: 'as',
  aidReceivedUsd: 'ar',
  aidHeldUsd: 'ah',
  aidInUseUsd: 'au',
  aidLostUnderWayUsd: 'aw',
  aidLostUsd: 'al',
  aidDestroyedUsd: 'ad',
  aidScrappedUsd: 'ac',
  aidReturnedUsd: 'at',
  unitsPledged: 'ng',
  unitsPlanned: 'np',
  unitsShipped: 'ns',
  unitsReceived: 'nr',
  unitsInstalled: 'ni',
  unitsInUse: 'nu',
  unitsReturned: 'nt',
  unitsLost: 'nl',
  unitsDestroyed: 'nd',
  unitsScrapped: 'nc',
  unitsFaulty: 'nf',
  unitsMissing: 'nm',
  unitsLongFaulty: 'no',
  unitsStuck: 'nk',
  unitsUsed: 'xu',
  unitsNotUsed: 'xn',
  aidUsedUsd: 'xa',
  aidNotUsedUsd: 'xo',
  unitsStaffed: 'xs',
  unitsUnstaffed: 'xv',
  unitsStaffedNotUsed: 'xm',
  aidStaffedUsd: 'xb',
  aidUnstaffedUsd: 'xc',
  aidStaffedNotUsedUsd: 'xd',
  staffAbleToUse: 'vc',
  workersTrained: 'vw',
  newToSolution: 'vn',
  attendances: 'va',
  trainingSessions: 'vs',
  operationsConsulted: 'oc',
  traumaConsultations: 'tr',
  telemetrySessions: 'ts',
  pregnancyMonitoringSessions: 'pm',
  selfExaminations: 'se',
  rehabilitationSessions: 'rh',
  teleradiologyStudies: 'rd',
  ctStudiesReadWithAi: 'ct',
  staffUsingTelemedicine: 'su',
  daysWithoutPower: 'dw',
  daysWithoutInternet: 'di',
  'attributed.operationsConsulted': 'oca',
  'supported.operationsConsulted': 'ocs',
  'attributed.traumaConsultations': 'tra',
  'supported.traumaConsultations': 'trs',
  'attributed.pregnancyMonitoringSessions': 'pma',
  'supported.pregnancyMonitoringSessions': 'pms',
  'attributed.selfExaminations': 'sea',
  'supported.selfExaminations': 'ses',
  'attributed.rehabilitationSessions': 'rha',
  'supported.rehabilitationSessions': 'rhs',
  'attributed.ctStudiesReadWithAi': 'cta',
  'supported.ctStudiesReadWithAi': 'cts',
};

test('the keys under which figures are stored stay as they are', () => {
  expect(Object.fromEntries(figures.map(({ name, key }) => [name, key]))).toEqual(storedUnder);
});

test('no two figures share a key, nor takes one the place of what a row keeps besides', () => {
  const keys = figures.map(({ key }) => key);

  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z][a-z0-9][as]?$/);
});

test('nor do the figures of the chain, which have keys of three letters', () => {
  const keys = [...chainFigures, placesHidden].map(({ key }) => key);

  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z]{2}[a-z1-8]$/);
  expect(keys.join(' ')).toBe(storedChainKeys);
});

test('nor do the groups of facilities that came to training', () => {
  const taken = new Set([...figures, ...chainFigures, placesHidden].map(({ key }) => key));
  const keys = groupFigures.map(({ key }) => key);

  expect(keys.filter((key) => taken.has(key))).toEqual([]);
  expect([keys[0], keys.at(-1), new Set(keys).size]).toEqual(['vaa', 'vwp', 48]);
});

test('a pack in which two indicators share a key is refused', () => {
  const [first, second, ...rest] = testPack.indicators;
  if (!first || !second) throw new Error('the test pack has indicators');

  expect(() =>
    catalogueOf({ ...testPack, indicators: [first, { ...second, key: first.key }, ...rest] }),
  ).toThrow('same name or key');
  expect(() => catalogueOf({ ...testPack, indicators: [{ ...first, key: 'tc' }] })).toThrow(
    'same name or key',
  );
});

test('every figure has a name of its own in every language', () => {
  for (const language of languages) {
    const names = figures.map((figure) => figure.names[language]);
    expect(names.every((name) => name.trim().length > 2)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  }
});

/** Facilities with any stages and reports in any state, as they may stand in the tables. */
const facility = fc
  .array(fc.record({ stage: fc.constantFrom(...stages), month: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 1,
  })
  .map((changes) =>
    liveFacility({
      stages: changes
        .map(({ stage, month }) => ({ stage, date: `2024-${String(month).padStart(2, '0')}-05`, by: 'x' }))
        .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    }),
  );
const figuresOf = ({ indicators }: CountryPack) =>
  fc.dictionary(fc.constantFrom(...indicators.map(({ code }) => code), 'retired'), fc.nat(500));
const report = (pack: CountryPack) =>
  fc.record({
    facilityId: fc.constant('UA-0001'),
    month: fc.constant('2024-11'),
    region: fc.constant('UA-46'),
    version: fc.constant(1),
    revision: fc.constant(1),
    status: fc.constantFrom('draft', 'submitted', 'returned', 'approved'),
    figures: figuresOf(pack),
    approved: fc.option(figuresOf(pack), { nil: undefined }),
    onTime: fc.boolean(),
  });

describe.each([
  ['the small country', testPack],
  ['Ukraine', ukraine],
])('in %s', (_, pack) => {
  const known = new Set(
    [...catalogueOf(pack).values()].flatMap(({ name, hasApproved }) =>
      hasApproved ? [name, approvedName(name)] : [name],
    ),
  );

  test('whatever a record adds to is in the catalogue', () => {
    fc.assert(
      fc.property(facility, report(pack), (place, month) => {
        const contributions = [...facilityContributions(place, pack), ...reportContributions(month, pack)];
        for (const name of contributions.flatMap(({ amounts }) => Object.keys(amounts)))
          expect(known).toContain(name);
      }),
    );
  });

  test('every stage and every indicator has its figure', () => {
    for (const stage of stages) expect(known).toContain(stageFigure(stage));
    for (const { code } of pack.indicators) expect(known).toContain(code);
  });
});
