import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Account, DemoAccounts } from './dynamo.ts';
import { Cannot } from './cannot.ts';
import { ended, startScript } from './script.ts';
import type { Settings } from './settings.ts';

/** The day on which the sample country stands still: November 2024 is due. */
export const sampleToday = '2024-12-03';

const Choice = z.object({ sample: z.enum(['ukraine', 'none']) });

/** What the data folder is filled with, decided when it was first used. */
export type Choice = z.infer<typeof Choice>;

const fileIn = (folder: string): string => join(folder, 'sample.json');

function chosenIn(folder: string): Choice | undefined {
  try {
    return Choice.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** What to fill the folder with; asking for another thing than it holds is refused. */
export function chooseSample({ dataDir, sample }: Settings): Choice {
  const chosen = chosenIn(dataDir);
  if (chosen && sample && chosen.sample !== sample) {
    throw new Cannot(
      `The data folder ${dataDir} was begun with SAMPLE=${chosen.sample}: choose another folder with DATA_DIR=… for SAMPLE=${sample}.`,
    );
  }
  const choice = chosen ?? { sample: sample ?? 'ukraine' };
  writeFileSync(fileIn(dataDir), JSON.stringify(choice));
  return choice;
}

const emptyCountry: Account[] = [
  { accountId: 'manager', name: 'Manager', role: 'manager', note: 'Sees and reviews the whole country.' },
  { accountId: 'administrator', name: 'Administrator', role: 'admin', note: 'Registers facilities.' },
];

/**
 * Fills an empty system. Accounts are always the last thing written, so where there is one, all is there;
 * a load that was interrupted is taken up again.
 */
export async function fill(
  { sample }: Choice,
  accounts: DemoAccounts,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  if ((await accounts.ofRole('admin')).length > 0) return;
  if (sample === 'none') {
    for (const account of emptyCountry) await accounts.put(account);
    return;
  }
  const env = { ...process.env, ...environment };
  const code = await ended(
    startScript('functions/sample/load.ts', [], { env, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  if (code !== 0) throw new Cannot('The sample country could not be loaded; the reason is above.');
}
