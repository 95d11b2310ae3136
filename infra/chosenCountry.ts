import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Cdk = z.object({ context: z.looseObject({ country: z.string() }) });

/** What cdk.json says of every deployment. */
export const { context: cdkContext } = Cdk.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8')),
);

/** ISO 3166-1 code of the country that is built: `COUNTRY`, or else the one in cdk.json. */
export function chosenCountry({ COUNTRY }: NodeJS.ProcessEnv): string {
  return COUNTRY || cdkContext.country;
}
