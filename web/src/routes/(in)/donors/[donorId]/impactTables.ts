import { m } from 'virtual:messages';
import { named } from '#lib/i18n/format.ts';
import type { Impact } from './impact.ts';
import { groupWords, partWords } from './impactWords.ts';

const dollars = (cents: number): string => (cents / 100).toFixed(2);

/** The tables of the page as lines of a file, each headed by its title. */
export function impactTables({ groups, given, brought, months, month }: Impact): string[][] {
  return [
    [m.becameTitle(), m.units(), m.valueInUsd()],
    ...groups.flatMap(({ group, parts, units, usdCents }) => [
      [groupWords[group](), String(units), dollars(usdCents)],
      ...parts.map((part) => [partWords(part.what, month), String(part.units), dollars(part.usdCents)]),
    ]),
    [m.givenInAll(), String(given.units), dollars(given.usdCents)],
    [],
    [m.broughtTitle(), m.attributedToIt(), m.supportedInAll()],
    ...brought.map(({ indicator, attributed, supported }) => [
      named(indicator.names),
      String(attributed),
      String(supported),
    ]),
    [],
    [m.month(), m.attributedToIt(), m.supportedInAll()],
    ...months.map((one) => [one.month, String(one.attributed), String(one.supported)]),
    [],
    [m.attributionRule()],
  ];
}
