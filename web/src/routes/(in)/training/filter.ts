import type { Month } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';

/** What the list of sessions is narrowed to, as the address says; what is not right in it counts as not there. */
export interface TrainingFilter {
  /** A region, or the country's code for what was held for the country as a whole. */
  region?: string;
  month?: Month;
  solutionId?: string;
  /** Those that were called off, in place of those that were held. */
  isCancelled: boolean;
}

interface Params {
  get: (name: string) => string | null;
}

/** Reads what an address asks for. */
export function filterOf(params: Params, pack: Pick<CountryPack, 'country' | 'regions'>): TrainingFilter {
  const [region = '', month = '', solutionId = ''] = ['region', 'month', 'solution'].map(
    (name) => params.get(name) ?? '',
  );
  const isRow = region === pack.country || pack.regions.some(({ code }) => code === region);
  return {
    ...(isRow && { region }),
    ...(/^20\d\d-(0[1-9]|1[0-2])$/.test(month) && { month }),
    ...(/^[a-z][a-z0-9-]{0,40}$/.test(solutionId) && { solutionId }),
    isCancelled: params.get('status') === 'cancelled',
  };
}

/** As the API takes it. */
export function queryOf({ region, month, solutionId, isCancelled }: TrainingFilter) {
  return {
    ...(region && { region }),
    ...(month && { from: month, to: month }),
    ...(solutionId && { solutionId }),
    status: isCancelled ? ('cancelled' as const) : ('held' as const),
  };
}
