import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { Day } from '../../functions/domain/calendar.ts';
import { UserError } from './userError.ts';

/** The sample countries, by the codes of their packs, and the country without anything in it. */
export const sampleCountries = { ukraine: 'UA', belarus: 'BY' } as const;
export const samples = ['ukraine', 'belarus', 'none'] as const;

const Environment = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65535)), 3000),
  DATA_DIR: z._default(z.string(), '.local'),
  SAMPLE: z.optional(z.enum(samples)),
  TODAY: z.optional(Day),
  DYNAMODB_ENDPOINT: z.optional(z.url()),
  COUNTRY: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
});

/** How many facilities the sample has, and has at most: more than that no country of ours has. */
const sampleFacilities = { least: 399, most: 50_000 };

/** What the person at the keyboard may choose. */
export interface Settings {
  readonly port: number;
  /** The whole path of the folder that holds everything the system keeps. */
  readonly dataDir: string;
  /** What to fill an empty data folder with; the sample country when it is not said. */
  readonly sample?: (typeof samples)[number];
  /** How many facilities the sample country has; as many as the sample has by itself when it is not said. */
  readonly facilities?: number;
  /** ISO 3166-1 code of the country that an empty data folder is for; the sample's own when it is not said. */
  readonly country?: string;
  /** The product's day, where it was chosen. */
  readonly today?: string;
  readonly endpoint?: string;
}

const meant: Record<string, string> = {
  PORT: 'a port number',
  SAMPLE: 'ukraine, belarus or none',
  COUNTRY: 'a country’s code such as UA',
  TODAY: 'a day such as 2024-12-03',
  DYNAMODB_ENDPOINT: 'an address such as http://localhost:8000',
};

/**
 * The settings in an environment and in what was written behind the command; what cannot be one is refused by name. An empty
 * variable is one that is not set.
 */
export function settingsFrom(environment: NodeJS.ProcessEnv, args: readonly string[] = []): Settings {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new UserError(`${name} must be ${meant[name] ?? 'something else'}, not "${environment[name]}".`);
  }
  const { PORT, DATA_DIR, SAMPLE, TODAY, DYNAMODB_ENDPOINT, COUNTRY } = parsed.data;
  return {
    port: PORT,
    dataDir: resolve(DATA_DIR),
    sample: SAMPLE,
    country: COUNTRY,
    ...facilitiesIn(args),
    today: TODAY,
    endpoint: DYNAMODB_ENDPOINT,
  };
}

function facilitiesIn(args: readonly string[]): { facilities?: number } {
  const [name, given, ...others] = args;
  if (name === undefined) return {};
  const { least, most } = sampleFacilities;
  const facilities = Number(given);
  const isOne = name === '--facilities' && others.length === 0 && Number.isInteger(facilities);
  if (isOne && least <= facilities && facilities <= most) return { facilities };
  throw new UserError(
    `"${args.join(' ')}" is not understood: behind the command there may be --facilities and a number from ${least} to ${most}.`,
  );
}
