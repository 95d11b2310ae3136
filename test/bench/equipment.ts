import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regionCodes } from '../../functions/domain/countryPack.ts';
import { donorScope, equipmentScope } from '../../functions/domain/equipment/chain/chainScopes.ts';
import { useFunnel } from '../../functions/domain/equipment/chain/useFunnel.ts';
import { cubeOf } from '../../functions/domain/progress.ts';
import { outsideScope, toldRegions, toldRows } from '../../functions/domain/toldOutside.ts';
import { packFor } from '../../functions/packs/index.ts';
import { Database } from '../../functions/store/database.ts';
import { Donors } from '../../functions/store/equipment/donors.ts';
import { listEquipment } from '../../functions/store/equipment/equipmentList.ts';
import { Progress } from '../../functions/store/progress.ts';
import { testPack } from '../support/builders.ts';
import { agreement, telling } from '../support/equipment.ts';
import { equipmentOf, monitoring, registerMonitoring } from '../support/equipmentCommands.ts';
import { fillDonor } from '../support/largeDonor.ts';
import { joinedFacility } from '../support/rollout.ts';
import { unitsWithReports } from '../support/silentUnits.ts';
import { startEngine } from '../support/system.ts';
import { wireTo } from '../support/wire.ts';
import { row, timesOf } from './operations.ts';

const placeId = 'UA-0001';
const runs = 300;
const consignments = 10_000;
const pack = packFor('UA');

/** Prints how long planning units and telling what happened to them take, and what they ask of the database. */
export async function measureEquipment(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bench-'));
  const engine = await startEngine(join(folder, 'dynamodb.db'));
  const wire = await wireTo(engine.endpoint);
  const database = new Database(engine.env);
  const counted = new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint });
  await joinedFacility(database, { facilityId: placeId });
  await registerMonitoring(database);
  const lines = agreement.lines.map((line) => ({ ...line, quantity: runs + 1, solutionId: monitoring }));
  await equipmentOf(database).register('aid', { ...agreement, lines });
  await equipmentOf(database).override('aid');

  const plan = (on = database) => equipmentOf(on).plan({ donationId: 'aid', placeId, units: 1 });
  const tell = (number: number, kind: 'shipped' | 'received' | 'installed', on = database) =>
    equipmentOf(on).addEvent(`aid.${number}`, { kind, date: '2024-03-01', placeIds: [placeId] });
  await plan(counted);
  const planned = wire.counted();
  const numbers = Array.from({ length: runs }, (_, index) => index + 2);
  const planTimes = await timesOf(numbers, () => plan());
  await tell(1, 'shipped', counted);
  const told = wire.counted();
  await tell(1, 'received', counted);
  wire.counted();
  await tell(1, 'installed', counted);
  const installed = wire.counted();
  const shipTimes = await timesOf(numbers, (number) => tell(number, 'shipped'));
  await timesOf(numbers, (number) => tell(number, 'received'));
  const installTimes = await timesOf(numbers.slice(0, 20), (number) => tell(number, 'installed'));

  const readFunnel = async (on: Database) =>
    useFunnel(
      cubeOf(await new Progress(on, testPack).ofScope(equipmentScope, telling.today), regionCodes(testPack)),
    );
  await readFunnel(counted);
  const read = wire.counted();
  const funnelTimes = await timesOf(numbers.slice(0, 50), () => readFunnel(database));

  await fillDonor(counted, pack, 'large', consignments);
  wire.counted();
  const readDonor = async (on: Database) => {
    const of = new Progress(on, pack);
    const [, rows, outside] = await Promise.all([
      new Donors(on, pack).find('large'),
      of.ofScope(donorScope('large'), telling.today),
      of.ofScope(outsideScope, telling.today),
    ]);
    const regions = toldRegions(outside, pack);
    return useFunnel(cubeOf(toldRows(rows, { regions, country: pack.country }), regions));
  };
  await readDonor(counted);
  const donorRequests = wire.counted();
  const donorTimes = await timesOf(numbers.slice(0, 20), () => readDonor(database));
  for (const number of numbers)
    await database.transact(
      unitsWithReports(
        {
          consignmentId: `many.${number}`,
          facilityId: `UA-1${String(number).padStart(3, '0')}`,
          region: 'UA-46',
          code: 'traumas',
          uses: number % 10,
        },
        testPack,
      ),
    );
  const known = { today: telling.today, pack: testPack };
  const findSilent = (on: Database) =>
    listEquipment(on, regionCodes(testPack), { solutionId: 'many', concern: 'silent' }, known);
  await findSilent(counted);
  const sought = wire.counted();
  const silentTimes = await timesOf(numbers.slice(0, 50), () => findSilent(database));

  console.log(`\nequipment of one facility, engine on disk, one client`);
  console.table([
    row('plan units', planTimes, planned),
    row('tell of a shipment', shipTimes, told),
    row('tell of an installation, by which a solution is adopted', installTimes, installed),
    row('read and work out the use funnel', funnelTimes, read),
    row(`the page of a donor of ${consignments} consignments`, donorTimes, donorRequests),
    row('look for silent units, a page among 300 that are in use', silentTimes, sought),
  ]);
  await wire.stop();
  await engine.stop();
  rmSync(folder, { recursive: true });
}
