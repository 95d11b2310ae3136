import { m } from 'virtual:messages';
import type { Undeliverable } from '#functions/domain/account.ts';
import { day } from '#lib/i18n/format.ts';

/** Why nothing is sent to an address any more. */
export function returnedWords({ email, on, why }: Undeliverable): string {
  const told = { email, day: day(on) };
  return why === 'bounced' ? m.lettersReturned(told) : m.lettersUnwanted(told);
}
