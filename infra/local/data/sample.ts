import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { sampleEdition, sampleToday } from '../../../functions/sample/publishedFigures.ts';
import { accountWrite } from '../../../functions/store/people/accounts.ts';
import type { GivenAccount } from '../../../functions/domain/account.ts';
import { Database } from '../../../functions/store/database.ts';
import { DemoAccounts } from '../accounts.ts';
import { UserError } from '../userError.ts';
import { keep } from './disk.ts';
import { perform } from '../childProcess.ts';
import { chosenCountry } from '../../chosenCountry.ts';
import { sampleCountries, samples, type Settings } from '../settings.ts';

const Choice = z.object({
  sample: z.enum(samples),
  /** The country of an empty one; the first releases knew one only. */
  country: z.optional(z.string()),
  /** Which edition of the sample; the first releases did not say. */
  edition: z._default(z.int(), 1),
  /** How many facilities it has, where more were asked for than it has by itself. */
  facilities: z.optional(z.int()),
});

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
export function chooseSample({ dataDir, sample, facilities, country }: Settings): Choice {
  const chosen = chosenIn(dataDir);
  if (facilities !== undefined && (chosen ? chosen.facilities !== facilities : sample === 'none')) {
    throw new UserError(
      `--facilities is for a sample country in a folder of its own: choose an empty one with DATA_DIR=…, and no SAMPLE=none.`,
    );
  }
  if (chosen && sample && chosen.sample !== sample) {
    throw new UserError(
      `The data folder ${dataDir} was begun with SAMPLE=${chosen.sample}: choose another folder with DATA_DIR=… for SAMPLE=${sample}.`,
    );
  }
  const choice = chosen ?? { ...begun({ sample, country }), edition: sampleEdition, facilities };
  if (facilities !== undefined && choice.sample !== 'ukraine')
    throw new UserError('--facilities makes the sample of Ukraine larger, and no other: leave it out.');
  if (country && countryOf(choice) !== country)
    throw new UserError(
      `The data folder ${dataDir} is for ${countryOf(choice)}: choose another folder with DATA_DIR=… for COUNTRY=${country}, and SAMPLE=none where it has no sample.`,
    );
  if (!chosen) keep(fileIn(dataDir), JSON.stringify(choice));
  return choice;
}

/** What a new folder is for: the sample that was asked for, or that of the country. */
function begun({
  sample,
  country,
}: Pick<Settings, 'sample' | 'country'>): Pick<Choice, 'sample' | 'country'> {
  const [own] = samples.filter((each) => each !== 'none' && sampleCountries[each] === country);
  const chosen = sample ?? (country ? (own ?? 'none') : 'ukraine');
  return chosen === 'none'
    ? { sample: chosen, country: chosenCountry({ COUNTRY: country }) }
    : { sample: chosen };
}

/** ISO 3166-1 code of the country in a data folder. */
export function countryOf({ sample, country }: Choice): string {
  return sample === 'none' ? (country ?? sampleCountries.ukraine) : sampleCountries[sample];
}

/** The country that a data folder was begun for, or would be. */
export function countryIn({ dataDir, sample, country }: Settings): string {
  return countryOf({ ...begun({ sample, country }), ...chosenIn(dataDir), edition: sampleEdition });
}

/** The day on which a sample country stands still; an empty one lives in the present. */
export function todayOf({ sample }: Choice): string | undefined {
  return sample === 'none' ? undefined : sampleToday;
}

const emptyCountry: GivenAccount[] = [
  {
    accountId: 'manager',
    name: 'Manager',
    role: 'manager',
    regions: 'all',
    names: { en: 'Manager', uk: 'Керівник програми', be: 'Кіраўнік праграмы', ru: 'Руководитель программы' },
    note: {
      en: 'Sees and reviews the whole country.',
      uk: 'Бачить усю країну й розглядає всі звіти.',
      be: 'Бачыць усю краіну і разглядае ўсе справаздачы.',
      ru: 'Видит всю страну и рассматривает все отчёты.',
    },
  },
  {
    accountId: 'administrator',
    name: 'Administrator',
    role: 'admin',
    names: { en: 'Administrator', uk: 'Адміністратор', be: 'Адміністратар', ru: 'Администратор' },
    note: {
      en: 'Registers facilities.',
      uk: 'Реєструє заклади.',
      be: 'Рэгіструе ўстановы.',
      ru: 'Регистрирует учреждения.',
    },
  },
];

/** What there is to say of a sample that an older release loaded; undefined where it is this one's. */
export function olderSample({ sample, edition }: Choice, dataDir: string): string | undefined {
  if (sample === 'none' || edition >= sampleEdition) return undefined;
  return `The sample in ${dataDir} is of an older release and lacks some of what this one shows. For the new one, choose an empty folder with DATA_DIR=… or remove this one.`;
}

/**
 * Fills an empty system. Accounts are always the last thing written, so where there is one, all is there;
 * a load that was interrupted is taken up again.
 */
export async function fill(
  { sample, facilities }: Choice,
  environment: Readonly<Record<string, string>>,
  folder: string,
): Promise<void> {
  if ((await new DemoAccounts(environment).ofRole('admin')).length > 0) return;
  if (sample === 'none') return new Database(environment).transact(emptyCountry.map(accountWrite));
  await perform(
    {
      script: 'functions/sample/load.ts',
      args: facilities === undefined ? [] : ['--facilities', String(facilities)],
      environment,
      folder,
    },
    'The sample country could not be loaded; the reason is above.',
  );
}
