import { planDays } from '#functions/domain/plan/planDays.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Milestone, MilestoneProfile } from '#functions/domain/plan/milestone.ts';
import { slugOf } from '#lib/record/slug.ts';
import { namesOf, type TypedNames } from '#lib/record/typed.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  names: TypedNames;
  on: string;
  count: string;
  of: string;
  isWithdrawn: boolean;
}

/** The form of a milestone that there is, or an empty one. */
export function formOf({ names, on, count, of, isWithdrawn }: Partial<Milestone>): Typed {
  return {
    names: { ...names },
    on: on ?? '',
    count: count === undefined ? '' : String(count),
    of: of === undefined ? '' : String(of),
    isWithdrawn: isWithdrawn ?? false,
  };
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(
  typed: Typed,
  { languages, programmeStart }: Pick<CountryPack, 'languages' | 'programmeStart'>,
): string[] {
  const [count, of] = [typed.count.trim(), typed.of.trim()];
  const areWhole = [count, of].every((text) => /^\d{0,9}$/.test(text));
  const isPart = of === '' || (count !== '' && Number(count) <= Number(of));
  return [
    ...languages.filter((language) => !typed.names[language]?.trim()).map((language) => `names.${language}`),
    ...(isDate(typed.on.trim()) && typed.on.trim() <= planDays({ programmeStart }).last ? [] : ['on']),
    ...(areWhole && isPart ? [] : ['count']),
  ];
}

function isDate(on: string): boolean {
  if (!/^20\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(on)) return false;
  if (on.length < 10) return true;
  const day = new Date(on);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(on);
}

/** What was typed, as the API takes it. */
export function profileOf({ names, on, count, of, isWithdrawn }: Typed): MilestoneProfile {
  return {
    names: namesOf(names),
    on: on.trim(),
    ...(count.trim() && { count: Number(count) }),
    ...(of.trim() && { of: Number(of) }),
    ...(isWithdrawn && { isWithdrawn: true as const }),
  };
}

/** What a new milestone is known by: its name and when it was, so that two of one name are two. */
export function idOf({ names, on }: Pick<MilestoneProfile, 'names' | 'on'>): string {
  const name = slugOf(names.en ?? Object.values(names)[0] ?? '', 45) || 'milestone';
  return `${name}-${on}`;
}
