import { catalogueOf, type Figure } from '#functions/domain/figureCatalogue.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';

/** The goals of the strategy, and by which of the country's figures each is judged. */
const goals = {
  competence: /^(staffAbleToUse(\..+)?|workersTrained|facilitiesNobodyTrained|staffUsingTelemedicine)$/,
  support:
    /^(unitsInUse|unitsFaulty|unitsLongFaulty|daysWithoutInternet|daysWithoutPower|facilitiesReadinessGap)$/,
} as const;
export type Goal = keyof typeof goals;

/** The figures of a goal that are told to the reader, in the catalogue's order. */
export function figuresOf(goal: Goal, pack: CountryPack, isMinistry: boolean): Figure[] {
  return [...catalogueOf(pack).values()].filter(
    ({ name, isForMinistry }) => goals[goal].test(name) && (isMinistry || !isForMinistry),
  );
}
