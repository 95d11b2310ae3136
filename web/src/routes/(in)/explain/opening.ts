import type { Day, Month } from '#functions/domain/calendar.ts';
import type { Row } from '#functions/domain/contribution.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { approvedName } from '#functions/domain/figureCatalogue.ts';
import { explainedBy, isByMonth, type Explained } from '#functions/domain/explain/explained.ts';
import { ProgressSums, type ProgressCube } from '#functions/domain/progress.ts';
import { monthAsked } from '#lib/progress/series.ts';
import type { Params } from '#lib/ui/address.ts';

/** A figure that is opened, and how far one has gone into it. */
export interface Opening {
  explained: Explained;
  scope: AskedScope;
  /** As of whose end, or of which month alone. */
  month: Month;
  row?: Row;
  /** Of what adds up over months, the one that is opened. */
  within?: Month;
  place?: string;
}

const kinds = ['type', 'solution', 'donor'] as const;
/** Whose progress can be opened. */
export type AskedScope = 'country' | 'equipment:all' | `${(typeof kinds)[number]}:${string}`;

/** Whose progress an address opens; the country's, where it says nothing that is understood. */
export function scopeAsked(params: Params): AskedScope {
  const asked = params.get('scope') ?? '';
  if (asked === 'equipment:all') return asked;
  const [, of, code] = /^(type|solution|donor):([a-z][a-zA-Z0-9-]{1,59})$/.exec(asked) ?? [];
  const kind = kinds.find((one) => one === of);
  return kind && code ? `${kind}:${code}` : 'country';
}

/** What an address opens; undefined where there is no such figure. What else it does not understand is left closed. */
export function openingFrom(
  params: Params,
  cube: ProgressCube,
  pack: CountryPack,
  today: Day,
): Opening | undefined {
  // What is approved of a figure leads where the figure is opened.
  const name = (params.get('figure') ?? '').replace(approvedName(''), '');
  const explained = explainedIn(cube, name, pack);
  if (!explained) return undefined;
  const month = monthTold(cube, name, monthAsked(params, today), pack);
  const { rows } = cube;
  const [only, ...others] = rows;
  const row = others.length === 0 ? only : rows.find((code) => code === params.get('region'));
  const within = /^20\d\d-(0[1-9]|1[0-2])$/.exec(params.get('within') ?? '')?.[0];
  const place = params.get('place');
  return {
    explained,
    scope: scopeAsked(params),
    month,
    ...(row && { row }),
    ...(row && opensByMonth(explained) && within && within <= month && { within }),
    ...(row && place && { place }),
  };
}

/** In a release all of a figure is approved. */
function explainedIn({ notShown }: ProgressCube, name: string, pack: CountryPack): Explained | undefined {
  const explained = explainedBy(name, pack);
  if (!explained || !notShown) return explained;
  const { approved: _, ...released } = explained;
  return released;
}

/** Of a release the newest month up to the one asked for of which the figure is shown. */
function monthTold(cube: ProgressCube, name: string, asked: Month, pack: CountryPack): Month {
  const last = cube.months.at(-1);
  if (!cube.notShown || !last) return asked;
  const month = asked < last ? asked : last;
  return new ProgressSums(cube, pack).shownUpTo(name, month) ?? month;
}

/** Whether it adds up over months, each of which has records of its own. */
export const opensByMonth = (explained: Explained): boolean =>
  isByMonth(explained) && explained.kind !== 'month';

/** The month whose records are asked for; undefined as long as none is opened. */
export function monthOfRecords({ explained, month, row, within }: Opening): Month | undefined {
  if (!row) return undefined;
  return opensByMonth(explained) ? within : month;
}
