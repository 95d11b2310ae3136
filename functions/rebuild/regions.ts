import type { Database } from '../store/database.ts';
import { consignmentFrom, regionsCountedIn } from '../store/equipment/consignments.ts';
import type { Write } from '../store/write.ts';

/** How many are written at once. */
const most = 100;

/** Names equipment in each of the regions in which it has counted, as older releases did not. */
export async function nameRegions(database: Database): Promise<void> {
  let waiting: Write[] = [];
  for await (const item of database.scan('consignments')) {
    const found = database.readable('consignments', [item], consignmentFrom).flatMap((one) =>
      regionsCountedIn(one).map((region): Write => ({
        table: 'placeConsignments',
        kind: 'put',
        item: { placeId: region, consignmentId: one.consignmentId },
      })),
    );
    waiting.push(...found);
    for (; waiting.length >= most; waiting = waiting.slice(most))
      await database.transact(waiting.slice(0, most));
  }
  if (waiting.length > 0) await database.transact(waiting);
}
