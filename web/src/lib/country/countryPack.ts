import { aboutApi } from 'virtual:api/about';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { packFrom, type KeptPack } from './keptPack.ts';
import { shaped, store, stored } from '#lib/offline/localStorage.ts';

const key = 'country pack';
const isPack = shaped<KeptPack>('country', 'regions', 'indicators');
let asked: Promise<CountryPack> | undefined;

/** The country pack: as this device knows it, while a newer one is fetched for the next time; else from the network. */
export function countryPack(): Promise<CountryPack> {
  const known = stored(key, isPack);
  asked ??= ask().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  if (!known) return asked;
  asked.catch(() => undefined);
  return Promise.resolve(packFrom(known));
}

async function ask(): Promise<CountryPack> {
  const answer = await aboutApi.country({ headers: {} });
  if (answer.status === 304) throw new Error('Nobody asked for a change.');
  store(key, answer.body);
  return answer.body;
}
