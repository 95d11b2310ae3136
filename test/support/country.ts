import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Caller } from '../../functions/domain/caller.ts';
import { figurePath } from '../../functions/domain/report/indicator.ts';
import { packFor } from '../../functions/packs/index.ts';
import { accountWrite } from '../../functions/store/people/accounts.ts';
import { startApi, type Api } from './api.ts';

export const pack = packFor('UA');
export const admin: Caller = { accountId: 'admin', name: 'Admin', role: 'admin' };
export const manager: Caller = { accountId: 'manager', name: 'Olena', role: 'manager', regions: 'all' };
export const odesaManager: Caller = {
  accountId: 'odesa',
  name: 'Petro',
  role: 'manager',
  regions: ['UA-51'],
};
export const donor: Caller = { accountId: 'donor', name: 'Donor', role: 'donor', donorId: 'donor-1' };

/** Figures that pass every rule of the country, and the teleconsultations in them. */
export const complete = Object.fromEntries(
  pack.indicators.filter(({ asked }) => !asked).map(({ code, atMost }) => [code, atMost ? 1 : 2]),
);
export const consultations = 4;
export const first = pack.indicators[0]?.code ?? '';
/** Its figure, as commands and problems name it. */
export const firstField = figurePath(first);

/** A command's head with a key of its own, and its content. */
export const command = (basedOn: number, content: object = {}) => ({
  basedOn,
  idempotencyKey: randomUUID(),
  ...content,
});

interface Clinic {
  facilityId: string;
  head: Caller;
  /** A path below the facility. */
  path: (rest?: string) => string;
  /** The path of its November 2024. */
  november: (rest?: string) => string;
}

interface Country extends Api {
  /** A live facility of its own for each test, made through the API. */
  newClinic: () => Promise<Clinic>;
}

/** The API for the tests of one file, and a clinic of its own for each of them. */
export function inCountry(): Pick<Api, 'ask' | 'database' | 'directory' | 'wire'> & {
  readonly clinic: Clinic;
} {
  let country: Country;
  let clinic: Clinic;
  beforeAll(async () => {
    country = await startCountry();
  });
  afterAll(() => country.stop());
  beforeEach(async () => {
    clinic = await country.newClinic();
  });
  return {
    ask: (...request) => country.ask(...request),
    get clinic() {
      return clinic;
    },
    get database() {
      return country.database;
    },
    get directory() {
      return country.directory;
    },
    get wire() {
      return country.wire;
    },
  };
}

/** An API with an empty country behind it. */
async function startCountry(): Promise<Country> {
  const api = await startApi();
  const { ask } = api;
  await api.database.transact([accountWrite(admin)]);
  let serial = 0;
  const newClinic = async () => {
    const facilityId = `UA-${String((serial += 1)).padStart(4, '0')}`;
    const path = (rest = '') => `/facilities/${facilityId}${rest}`;
    await ask(admin, 'POST', '/facilities', command(0, profile(facilityId)));
    for (const [index, stage] of ['connected', 'equipped', 'trained', 'live'].entries())
      await ask(admin, 'POST', path('/stages'), command(index + 1, { stage, date: '2024-02-01' }));
    const head: Caller = { accountId: `head-${facilityId}`, name: 'Head', role: 'head', facilityId };
    return { facilityId, head, path, november: (rest = '') => path(`/reports/2024-11${rest}`) };
  };
  return { ...api, newClinic };
}

/** A new facility's profile, and the day from which it is planned. */
export function profile(facilityId: string) {
  return {
    facilityId,
    names: { en: `Clinic ${facilityId}`, uk: `Клініка ${facilityId}` },
    type: pack.facilityTypes[0]?.code,
    region: 'UA-46',
    settlement: { en: 'Khodoriv', uk: 'Ходорів' },
    connectivity: 'mobile',
    power: 'unreliable',
    plannedOn: '2024-01-01',
  };
}

/** Indicators that show the use of solutions. */
export const usedIndicators = pack.indicators.filter(({ asked }) => asked).map(({ code }) => code);

/** A new solution's profile, which needs no equipment, and the day from which it is prepared. */
export function solutionProfile(solutionId: string) {
  return {
    solutionId,
    names: { en: `Solution ${solutionId}`, uk: `Рішення ${solutionId}` },
    supplier: 'Supplier',
    capability: pack.capabilities[0]?.code,
    equipmentTypes: [],
    indicators: usedIndicators.slice(0, 1),
    preparingOn: '2024-01-15',
  };
}

/** The profile as it may be edited, with these external codes. */
export function edited(externalCodes: object[] = []) {
  const { facilityId: _, region: __, plannedOn: ___, ...rest } = profile('UA-0001');
  return { ...rest, externalCodes };
}

/** A new warehouse's profile. */
export function warehouse(warehouseId: string) {
  return {
    warehouseId,
    names: { en: 'Lviv regional warehouse', uk: 'Львівський обласний склад' },
    region: 'UA-46',
    settlement: { en: 'Lviv', uk: 'Львів' },
    keeper: 'Regional health department',
  };
}

/** The profile as it may be edited, with these differences. */
export function editedWarehouse(more: object = {}) {
  const { warehouseId: _, region: __, ...rest } = warehouse('UA-W01');
  return { ...rest, ...more };
}
