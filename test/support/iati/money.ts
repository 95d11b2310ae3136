import { at, parsed } from './parsed.ts';

/** What the transactions of a type add up to in a file, in US dollars, to the cent. */
export function usdOf(xml: string, type: string): string {
  const cents = at(parsed(xml), 'iati-activity', 'transaction')
    .filter((one) => at(one, 'transaction-type')[0]?.attributes['code'] === type)
    .flatMap((one) => at(one, 'value'))
    .reduce((sum, { text }) => sum + BigInt(text.trim().replace('.', '')), 0n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
