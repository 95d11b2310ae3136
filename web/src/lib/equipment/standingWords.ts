import { m } from 'virtual:messages';
import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { dayShort } from '#lib/i18n/format.ts';
import { reasonWords, stateWords } from './labels.ts';

type Unusual = Pick<ConsignmentRow, 'missingSince' | 'faultySince' | 'unused'>;

/** What is wrong with units, or why they stand idle, in a few words; undefined where there is nothing to say. */
export function troubleOf(
  { missingSince, faultySince, unused }: Unusual,
  thisYear: string,
): string | undefined {
  const since = (day: string) => m.sinceDay({ day: dayShort(day, thisYear) });
  if (missingSince) return `${m.isMissing()} ${since(missingSince)}`;
  if (faultySince) return `${m.isFaulty()} ${since(faultySince)}`;
  if (!unused) return undefined;
  const what = unused.kind === 'stored' ? m.isStored() : m.isNotInUse();
  const why = unused.reason && reasonWords[unused.reason]();
  return [`${what} ${since(unused.since)}`, why].filter(Boolean).join(': ');
}

/** How units stand, and since when. */
export function standsSince(
  { state, since }: Pick<ConsignmentRow, 'state' | 'since'>,
  thisYear: string,
): string {
  return `${stateWords[state]()} ${m.sinceDay({ day: dayShort(since, thisYear) })}`;
}
