import { addedBy, type Explained, type OpenedAt } from '../../domain/explain/explained.ts';
import type { ExplainedRecord, ExplainedRecords } from '../../domain/explain/explainedRecord.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Contribution } from '../../domain/contribution.ts';
import type { Database } from '../database.ts';

/** What is asked for: the records of a figure in one row, a page at a time. */
export interface Opened {
  database: Database;
  pack: CountryPack;
  explained: Explained;
  at: OpenedAt;
  page: string | undefined;
  /** Whether the reader may know the places. */
  tellsPlaces: boolean;
}

export type Step = ExplainedRecords;

/** The records that add anything, each with what it adds: by the very function that progress is made by. */
export function counted<Record>(
  { pack, explained, at }: Opened,
  records: Record[],
  contributions: (record: Record, pack: CountryPack) => Contribution[],
  told: (record: Record) => Omit<ExplainedRecord, 'amount' | 'approved'>,
): ExplainedRecord[] {
  return records.flatMap((record) => {
    const own = contributions(record, pack);
    const amount = addedBy(own, at, explained, explained.amounts);
    const approved =
      explained.approved === undefined ? undefined : addedBy(own, at, explained, [explained.approved]);
    if (amount === 0 && !approved) return [];
    return [{ ...told(record), amount, ...(approved !== undefined && { approved }) }];
  });
}
