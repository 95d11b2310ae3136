import type { Month } from '../../domain/calendar.ts';
import type { RegionCode, CountryPack } from '../../domain/countryPack.ts';
import { settledName, type Figure } from '../../domain/figureCatalogue.ts';
import { facilityContributions } from '../../domain/facility/facilityContributions.ts';
import type { ProperNames } from '../../domain/names.ts';
import type { ChangedRecord } from '../../domain/release/changedRecord.ts';
import type { OpenReport, Release } from '../../domain/release/release.ts';
import type { Database } from '../database.ts';
import { Facilities, facilitySubject } from '../facility/facilities.ts';
import { movedIn } from '../facility/movedFacilities.ts';
import { History } from '../history.ts';
import { reportSubject } from '../report/monthlyReports.ts';
import { regionMonth } from '../report/regionMonth.ts';

/** Each has its history read; with the other requests of an answer there are at most fourteen. */
const pageSize = 6;

interface Asked {
  figure: Figure;
  row: RegionCode;
  month: Month;
  /** The record after which a page begins. */
  after?: string;
}

interface Since {
  release: Release;
  /** The reports that were open when it was made. */
  open: OpenReport[];
}

interface Changed {
  records: ChangedRecord[];
  /** After which record the next page begins. */
  next?: string;
}

type Candidate = Omit<ChangedRecord, 'by'>;

/**
 * The records that have moved a figure in a row and month since a release, a page at a time. Of those that may have, each
 * history says whether and how far.
 */
export async function changedSince(
  { database, pack }: { database: Database; pack: CountryPack },
  since: Since,
  asked: Asked,
): Promise<Changed> {
  const { figure, after } = asked;
  const candidates = await candidatesOf({ database, pack }, since, asked);
  const start = candidates.findIndex(({ facilityId }) => facilityId === after) + 1;
  const some = candidates.slice(start, start + pageSize);
  const history = new History(database);
  const name = settledName(figure);
  const moved = await Promise.all(
    some.map(async (one): Promise<ChangedRecord[]> => {
      const differences = await history.movedAfter(subjectOf(one), since.release.at);
      const by = differences
        .filter(({ scope, row, month }) => scope === 'country' && row === asked.row && month === asked.month)
        .reduce((sum, { amounts }) => sum + (amounts[name] ?? 0), 0);
      return by === 0 ? [] : [{ ...one, by }];
    }),
  );
  const last = candidates.length > start + pageSize ? some.at(-1) : undefined;
  return { records: moved.flat(), ...(last && { next: last.facilityId }) };
}

const subjectOf = ({ kind, facilityId, month }: Candidate): string =>
  kind === 'monthlyReport' && month !== undefined
    ? reportSubject(facilityId, month)
    : facilitySubject(facilityId);

async function candidatesOf(
  { database, pack }: { database: Database; pack: CountryPack },
  { release, open }: Since,
  { figure, row, month }: Asked,
): Promise<Candidate[]> {
  if (figure.source === 'monthlyReport') {
    const wasOpen = new Set(open.filter((one) => one.month === month).map(({ facilityId }) => facilityId));
    const rows = await regionMonth(database, pack, { region: row, month });
    // Whatever counts otherwise now was open then, or was handed in since.
    return rows
      .filter(({ report }) => report && isLater(report, release, wasOpen))
      .map(({ place: { facilityId, names } }) => ({ kind: 'monthlyReport', facilityId, names, month }));
  }
  if (figure.source !== 'facility') return [];
  const facilities = new Facilities(database);
  const [present, moved] = await Promise.all([
    facilities.allInRegion(row, { isInFull: true }),
    movedIn(database, row).then((ids) => facilities.these(ids)),
  ]);
  const places = new Map([...present, ...moved].map((one) => [one.facilityId, one]));
  return [...places.values()]
    .filter((facility) =>
      facilityContributions(facility, pack).some(
        (one) =>
          one.scope === 'country' && one.row === row && one.month === month && one.amounts[figure.name],
      ),
    )
    .map(({ facilityId, names }: { facilityId: string; names: ProperNames }) => ({
      kind: 'facility',
      facilityId,
      names,
    }));
}

function isLater(
  { facilityId, submittedAt }: { facilityId: string; submittedAt?: string },
  { at }: Pick<Release, 'at'>,
  wasOpen: ReadonlySet<string>,
): boolean {
  return wasOpen.has(facilityId) || (submittedAt !== undefined && Date.parse(submittedAt) > Date.parse(at));
}
