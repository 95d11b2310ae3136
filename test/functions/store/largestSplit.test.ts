import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToldEvent } from '../../../functions/domain/equipment/consignment.ts';
import { checkRows } from '../../../functions/rebuild/rows.ts';
import { mostItems } from '../../../functions/store/change.ts';
import { Database } from '../../../functions/store/database.ts';
import { Consignments } from '../../../functions/store/equipment/consignments.ts';
import { testPack } from '../../support/builders.ts';
import { agreement } from '../../support/equipment.ts';
import { equipmentOf, monitoring, registerMonitoring } from '../../support/equipmentCommands.ts';
import { joinedFacility } from '../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

let engine: TestEngine;
let written = 0;
class Counting extends Database {
  override transact(writes: Parameters<Database['transact']>[0]) {
    written = writes.length;
    return super.transact(writes);
  }
}
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = new Counting(engine.env);
});
afterAll(() => engine.stop());

/** Two and a half years: into use, twice faulty, over to another region, and on the way back. */
const life: [ToldEvent['kind'], month: string, to?: string][] = [
  ['shipped', '2022-03'],
  ['received', '2022-05'],
  ['installed', '2022-07'],
  ['firstUse', '2022-09'],
  ['fault', '2022-11'],
  ['repaired', '2023-01'],
  ['transferOffered', '2023-03', 'UA-0002'],
  ['transferAccepted', '2023-04'],
  ['shipped', '2023-05'],
  ['received', '2023-07'],
  ['installed', '2023-09'],
  ['fault', '2023-11'],
  ['repaired', '2024-01'],
  ['transferOffered', '2024-03', 'UA-0001'],
  ['transferAccepted', '2024-04'],
  ['shipped', '2024-05'],
];

test('units with a long past, of which some come, some come damaged and some do not, fit one transaction', async () => {
  await joinedFacility(database, { facilityId: 'UA-0001', region: 'UA-46' });
  await joinedFacility(database, { facilityId: 'UA-0002', region: 'UA-51' });
  await registerMonitoring(database);
  const equipment = equipmentOf(database);
  const lines = agreement.lines.map((line) => ({ ...line, solutionId: monitoring }));
  await equipment.register('aid', { ...agreement, pledgedOn: '2022-01-15', lines });
  await equipment.override('aid');
  await equipment.plan({ donationId: 'aid', placeId: 'UA-0001', units: 6, date: '2022-01-20' });
  const placeIds = ['UA-0001', 'UA-0002'];
  for (const [kind, month, to] of life)
    await equipment.addEvent('aid.1', { kind, date: `${month}-10`, ...(to && { to }), placeIds });

  await equipment.receive('aid.1', { date: '2024-07-10', working: 3, damaged: 2, placeIds });

  expect(await new Consignments(database).ofDonation('aid')).toHaveLength(3);
  expect(written).toBeGreaterThan(60);
  expect(written).toBeLessThan(mostItems);
  expect((await checkRows(database, testPack)).differences).toEqual([]);
});
