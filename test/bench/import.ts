import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideRows, mostImportRows, type ImportRow } from '../../functions/domain/facilityImport.ts';
import { packFor } from '../../functions/packs/index.ts';
import { Database } from '../../functions/store/database.ts';
import { importFacilities } from '../../functions/store/importFacilities.ts';
import { startEngine } from '../support/system.ts';

const pack = packFor('UA');
const today = '2024-12-03';
/** As many requests at once as the page of an import asks. */
const atOnce = 4;

/** Prints how long a country's facilities take to import: tried, applied, and the same file again. */
export async function measureImport(facilityCount: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bench-'));
  const engine = await startEngine(join(folder, 'dynamodb.db'));
  const database = new Database(engine.env);
  const rows = Array.from({ length: facilityCount }, (_, index) => rowOf(index));
  const batches = Array.from({ length: Math.ceil(rows.length / mostImportRows) }, (_, index) =>
    rows.slice(index * mostImportRows, (index + 1) * mostImportRows),
  );
  const lines: object[] = [];
  for (const [what, isDryRun] of [
    ['dry run', true],
    ['apply', false],
    ['the same again', false],
  ] as const) {
    const start = performance.now();
    const outcomes = await importEach(database, batches, isDryRun);
    const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
    lines.push({ what, seconds, ...outcomes });
  }
  console.log(`\nImport of ${facilityCount} facilities, ${atOnce} requests at once, engine on disk`);
  console.table(lines);
  await engine.stop();
  rmSync(folder, { recursive: true });
}

async function importEach(database: Database, batches: ImportRow[][], isDryRun: boolean) {
  const left = batches.values();
  const outcomes: Record<string, number> = {};
  const work = async () => {
    for (const rows of left)
      for (const { outcome } of await importBatch(database, rows, isDryRun))
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcomes;
}

function importBatch(database: Database, rows: ImportRow[], isDryRun: boolean) {
  const by = { accountId: 'bench', name: 'Bench' };
  const head = { basedOn: 0, idempotencyKey: randomUUID(), action: 'import' as const };
  const command = { ...head, content: rows, by, at: `${today}T08:00:00.000Z` };
  return importFacilities(database, pack, rows, command, {
    isDryRun,
    decide: (asked, onRecord) => decideRows(asked, onRecord, { pack, today, by: by.accountId }),
  });
}

function rowOf(index: number): ImportRow {
  const names = { uk: `Клініка ${index}`, en: `Clinic ${index}` };
  return {
    profile: {
      facilityId: `UA-${String(index + 1).padStart(5, '0')}`,
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
