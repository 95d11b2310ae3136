import type { Day } from '#functions/domain/calendar.ts';
import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
import type { Indicator } from '#functions/domain/report/indicator.ts';
import type { NewSolutionProfile, Solution } from '#functions/domain/solution/solution.ts';
import { isDayWithin, namesOf, type TypedNames } from '#lib/record/typed.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  solutionId: string;
  names: TypedNames;
  supplier: string;
  capability: string;
  equipmentTypes: string[];
  indicators: string[];
  preparingOn: Day;
  /** From when other terms hold. */
  termsFrom: Day;
}

/** The form of a solution that is to be registered. */
export function emptyForm(today: Day): Typed {
  return {
    solutionId: '',
    names: {},
    supplier: '',
    capability: '',
    equipmentTypes: [],
    indicators: [],
    preparingOn: today,
    termsFrom: today,
  };
}

/** The form of a solution that there is. */
export function formOf({ names, supplier = '', stages, ...rest }: Solution, today: Day): Typed {
  const { solutionId, capability, equipmentTypes, indicators } = rest;
  return {
    solutionId,
    names: { ...names },
    supplier,
    capability,
    equipmentTypes: [...equipmentTypes],
    indicators: [...indicators],
    preparingOn: stages[0]?.date ?? '',
    termsFrom: today,
  };
}

/** The figures that can show its use: parts of general ones that are no other solution's. */
export function indicatorsFor(
  solutionId: string,
  solutions: Solution[],
  { indicators }: Pick<CountryPack, 'indicators'>,
): Indicator[] {
  const others = solutions.filter((one) => one.solutionId !== solutionId).flatMap((one) => one.indicators);
  const own = solutions.find((one) => one.solutionId === solutionId)?.indicators ?? [];
  return indicators.filter(({ code, atMost }) => own.includes(code) || (atMost && !others.includes(code)));
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(
  typed: Typed,
  pack: Pick<CountryPack, 'programmeStart' | 'languages'>,
  today: Day,
): string[] {
  const own = ownLanguage(pack);
  const isRight: Record<string, boolean> = {
    solutionId: /^[a-z][a-z0-9-]{2,39}$/.test(typed.solutionId.trim()),
    [`names.${own}`]: Boolean(typed.names[own]?.trim()),
    capability: typed.capability !== '',
    preparingOn: typed.preparingOn >= pack.programmeStart && typed.preparingOn <= today,
    termsFrom: isDayWithin(typed.termsFrom, typed.preparingOn, today),
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The form as the API takes it for a solution that there is. */
export function editedOf({
  names,
  supplier,
  capability,
  equipmentTypes,
  indicators,
}: Typed): NewSolutionProfile {
  return {
    names: namesOf(names),
    ...(supplier.trim() && { supplier: supplier.trim() }),
    capability,
    equipmentTypes: [...equipmentTypes],
    indicators: [...indicators],
  };
}

/** The form as the API takes it for a new solution. */
export function profileOf(typed: Typed): NewSolutionProfile & { solutionId: string; preparingOn: Day } {
  return { solutionId: typed.solutionId.trim(), preparingOn: typed.preparingOn, ...editedOf(typed) };
}
