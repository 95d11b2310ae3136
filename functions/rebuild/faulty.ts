import type { Database } from '../store/database.ts';
import { consignmentFrom, faultyWrite } from '../store/equipment/consignments.ts';
import { unlessChanged } from '../store/write.ts';

/** Lets lists find what is faulty, for which older releases read all equipment. */
export async function nameFaulty(database: Database): Promise<void> {
  for await (const item of database.scan('consignments'))
    for (const write of database.readable('consignments', [item], consignmentFrom).flatMap(faultyWrite))
      await unlessChanged(database.transact([write]));
}
