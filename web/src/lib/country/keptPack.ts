import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Indicator } from '#functions/domain/report/indicator.ts';

type KeptIndicator = Omit<Indicator, 'key'> & { key?: string };

type Later = 'codeSystems' | 'capabilities' | 'equipmentTypes';

/** A country pack as a device may have kept it: the first releases' had no first day, fewer lists and no keys of indicators. */
export type KeptPack = Omit<CountryPack, 'programmeStart' | 'indicators' | Later> &
  Partial<Pick<CountryPack, 'programmeStart' | Later>> & { indicators: KeptIndicator[] };

/** A kept pack in today's shape, good enough until the newest one has been fetched. */
export function packFrom(kept: KeptPack): CountryPack {
  const { programmeStart = '2000-01-01', indicators, ...pack } = kept;
  const { codeSystems = [], capabilities = [], equipmentTypes = [] } = pack;
  return {
    ...pack,
    programmeStart,
    codeSystems,
    capabilities,
    equipmentTypes,
    // Rows of progress never reach a screen by their keys: a code does as well, and no two are the same.
    indicators: indicators.map((indicator) => ({ ...indicator, key: indicator.key ?? indicator.code })),
  };
}
