import type { CountryPack } from '../domain/countryPack.ts';
import type { LatestReport } from '../domain/facility/facility.ts';
import type { Database } from '../store/database.ts';
import type { UnreadableRow } from '../store/unreadable.ts';
import type { ProgressKey } from '../store/progress.ts';
import { checkLatest, type LatestDifference } from './latest.ts';
import { checkRows, type RowCheck, type RowDifference } from './rows.ts';

/** How much was compared, and what is not as it should be. */
export interface Check extends RowCheck {
  latest: LatestDifference[];
}

/** Recomputes progress from the records and compares, while people go on writing. */
export async function checkProgress(database: Database, pack: CountryPack): Promise<Check> {
  const rows = await checkRows(database, pack);
  return {
    ...rows,
    latest: await checkLatest(database, pack),
  };
}

/** Everything that is not as it should be, a sentence each; empty when all is well. */
export function sentencesOf({ differences, latest, unreadable, unsettled }: Check): string[] {
  return [
    ...differences.flatMap(rowSentences),
    ...latest.map(latestSentence),
    ...unreadable.map(unreadableSentence),
    ...unsettled.map(unsettledSentence),
  ];
}

function rowSentences({ key, lacking }: RowDifference): string[] {
  return Object.entries(lacking).map(
    ([name, amount]) => `${placeOf(key)}: ${name} is ${Math.abs(amount)} too ${amount > 0 ? 'low' : 'high'}.`,
  );
}

/** Such as `UA-46 in 2024-11`, and the scope where it is not the country's. */
function placeOf({ scope, monthRegion }: ProgressKey): string {
  const [month, row] = monthRegion.split('#');
  const whose = scope.slice(0, scope.lastIndexOf('#'));
  return `${row} in ${month}${whose === 'country' ? '' : ` of ${whose}`}`;
}

function latestSentence({ facilityId, stored, expected }: LatestDifference): string {
  return `${facilityId} keeps ${told(stored)} as its latest report; its records say ${told(expected)}.`;
}

function told(latest: LatestReport | undefined): string {
  if (!latest) return 'none';
  return `${latest.month} (${latest.status}, ${latest.teleconsultations} teleconsultations)`;
}

function unreadableSentence({ table, key, reason }: UnreadableRow): string {
  return `${key} in ${table} cannot be read: ${reason}`;
}

function unsettledSentence(key: ProgressKey): string {
  return `${placeOf(key)} was written to during every look; look again when less is going on.`;
}
