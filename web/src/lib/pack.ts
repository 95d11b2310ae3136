import type { CountryPack } from '#functions/domain/countryPack.ts';
import { api } from './api.ts';
import { askOrKept } from './keep.ts';

let asked: Promise<CountryPack> | undefined;

/** The country pack, asked for once; without network as it was kept. */
export function countryPack(): Promise<CountryPack> {
  asked ??= ask().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

async function ask(): Promise<CountryPack> {
  const { value } = await askOrKept('country', async () => {
    const answer = await api.about.country({ headers: {} });
    if (answer.status === 304) throw new Error('Nobody asked for a change.');
    return answer.body;
  });
  return value;
}
