import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Solution, SolutionStage } from '#functions/domain/solution/solution.ts';
import { capital, day, named } from '#lib/i18n/format.ts';
import { directionNames } from '#lib/myFacility/texts.ts';
import { solutionWords } from './labels.ts';

/** What facilities can do with it, at the start of a sentence; its code where the country does not have it any more. */
export function capabilityName(code: string, { capabilities }: Pick<CountryPack, 'capabilities'>): string {
  const known = capabilities.find((one) => one.code === code);
  return known ? capital(named(known.names)) : code;
}

/** The direction of telemedicine that a solution is part of. */
export function directionOf(
  { capability }: Pick<Solution, 'capability'>,
  { capabilities }: Pick<CountryPack, 'capabilities'>,
): string {
  const direction = capabilities.find(({ code }) => code === capability)?.direction;
  return direction ? directionNames[direction]() : '';
}

/** The names of these codes. */
export function namesOfCodes(
  codes: string[],
  list: { code: string; names: CountryPack['names'] }[],
): string[] {
  return codes.map((code) => {
    const known = list.find((one) => one.code === code);
    return known ? named(known.names) : code;
  });
}

/** Where a solution stands, and since when. */
export function standingWords({ status, date }: SolutionStage): string {
  return `${solutionWords[status]()}, ${m.sinceDay({ day: day(date) })}`;
}
