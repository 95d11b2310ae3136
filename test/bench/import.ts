import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decideRows,
  mostImportRows,
  type ImportRow,
} from '../../functions/domain/facility/facilityImport.ts';
import { mostStockRows } from '../../functions/domain/equipment/bounds.ts';
import { decideStock, type StockRow } from '../../functions/domain/equipment/stockImport.ts';
import type { Fields } from '../../functions/domain/history.ts';
import { packFor } from '../../functions/packs/index.ts';
import { Database } from '../../functions/store/database.ts';
import { stockImport } from '../../functions/store/equipment/importStock.ts';
import { facilitiesImport } from '../../functions/store/facility/importFacilities.ts';
import { importRows, type Import } from '../../functions/store/importRows.ts';
import type { Versioned } from '../../functions/store/recordKind.ts';
import { startEngine } from '../support/system.ts';

const pack = packFor('UA');
const today = '2024-12-03';
const at = `${today}T08:00:00.000Z`;
const by = { accountId: 'bench', name: 'Bench' };
/** As many requests at once as the page of an import asks. */
const atOnce = 4;

/** Prints how long a country's facilities take to import, and as many rows of their equipment: tried, applied, again. */
export async function measureImport(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bench-'));
  const engine = await startEngine(join(folder, 'dynamodb.db'));
  const database = new Database(engine.env);
  await measureKind(`${count} facilities`, database, {
    rows: Array.from({ length: count }, (_, index) => rowOf(index)),
    most: mostImportRows,
    importOf: (rows) =>
      facilitiesImport(rows, (onRecord) => decideRows(rows, onRecord, { pack, today, by: by.accountId })),
  });
  await measureKind(`${count} rows of equipment`, database, {
    rows: Array.from({ length: count }, (_, index) => stockOf(index)),
    most: mostStockRows,
    importOf: (rows) =>
      stockImport(rows, pack, (ofRows, onRecord) =>
        decideStock(ofRows, onRecord, { pack, by, today, at, mayEnterAt: () => true }),
      ),
  });
  await engine.stop();
  rmSync(folder, { recursive: true });
}

interface Measured<Row, Kept extends Versioned & Fields> {
  rows: Row[];
  most: number;
  importOf: (rows: Row[]) => Import<Kept>;
}

async function measureKind<Row, Kept extends Versioned & Fields>(
  what: string,
  database: Database,
  { rows, most, importOf }: Measured<Row, Kept>,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(rows.length / most) }, (_, index) =>
    rows.slice(index * most, (index + 1) * most),
  );
  const lines: object[] = [];
  for (const [step, isDryRun] of [
    ['dry run', true],
    ['apply', false],
    ['the same again', false],
  ] as const) {
    const start = performance.now();
    const outcomes: Record<string, number> = {};
    const left = batches.values();
    const work = async () => {
      for (const batch of left) {
        const head = { basedOn: 0, idempotencyKey: randomUUID(), action: 'import' as const };
        const imported = await importRows(
          database,
          pack,
          importOf(batch),
          { ...head, content: batch, by, at },
          { isDryRun },
        );
        for (const { outcome } of imported) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    lines.push({ step, seconds: Number(((performance.now() - start) / 1000).toFixed(1)), ...outcomes });
  }
  console.log(`\nImport of ${what}, ${atOnce} requests at once, engine on disk`);
  console.table(lines);
}

function stockOf(index: number): StockRow {
  return {
    // Four rows of each place, one after the other, as books list them.
    placeId: facilityIdOf(Math.floor(index / 4)),
    inventoryNumber: `1014-${index}`,
    equipmentType: pack.equipmentTypes[0]?.code ?? '',
    units: 1 + (index % 3),
    source: { kind: 'own' },
    receivedOn: `2024-0${(index % 9) + 1}-01`,
    installedOn: `2024-0${(index % 9) + 1}-15`,
    ...(index % 2 === 0 && { firstUsedOn: '2024-10-01' }),
  };
}

function facilityIdOf(index: number): string {
  return `UA-${String(index + 1).padStart(5, '0')}`;
}

function rowOf(index: number): ImportRow {
  const names = { uk: `Клініка ${index}`, en: `Clinic ${index}` };
  return {
    profile: {
      facilityId: facilityIdOf(index),
      names,
      type: pack.facilityTypes[0]?.code ?? '',
      region: pack.regions[index % pack.regions.length]?.code ?? '',
      settlement: names,
      connectivity: 'mobile',
      power: 'grid',
      population: 9200,
      externalCodes: [{ system: pack.codeSystems[0]?.code ?? '', code: String(10_000_000 + index) }],
    },
    plannedOn: `2024-0${(index % 9) + 1}-15`,
  };
}
