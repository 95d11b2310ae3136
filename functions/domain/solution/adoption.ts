import * as z from 'zod/mini';
import { isWithin, joined, Period, within } from '../period.ts';
import { SolutionId, SolutionTerms } from './solutionTerms.ts';
import { termsOn } from './termsOn.ts';
import { lineOf } from '../text.ts';

/** When units were installed, in order and without overlap, and whether none of them was working. */
const Span = z.extend(Period, { isFaulty: z.optional(z.literal(true)) });
export type Span = z.infer<typeof Span>;

/** What a consignment has brought to a facility for a solution. */
export const InstalledEquipment = z.strictObject({
  consignmentId: z.string(),
  equipmentType: z.string(),
  spans: z.array(Span),
});
export type InstalledEquipment = z.infer<typeof InstalledEquipment>;

/** What a person says of a solution that needs no equipment. */
export const AdoptionByHand = z.extend(Period, { source: lineOf(200) });
export type AdoptionByHand = z.infer<typeof AdoptionByHand>;

/** A solution that a facility can use, or could: with the terms that it counted with. */
export const Adoption = z.strictObject({
  solutionId: SolutionId,
  terms: SolutionTerms,
  equipment: z.array(InstalledEquipment),
  byHand: z.optional(AdoptionByHand),
  /** When it could be used, in order; what follows from the equipment and what was entered by hand. */
  periods: z.array(Period),
});
export type Adoption = z.infer<typeof Adoption>;

/** A solution's terms, and whose they are. */
export type TermsOf = SolutionTerms & { solutionId: string };

/**
 * When a solution can be used with what is installed. It begins on the first day on which each type that it needs then
 * has a unit that is installed and works, goes on while each has one that is installed, working or not, and may begin
 * again. Where it needs none any more, it goes on.
 */
export function adoptionPeriods(terms: SolutionTerms, spans: ReadonlyMap<string, readonly Span[]>): Period[] {
  const changes = (terms.former ?? []).map(({ until }) => until);
  const told = [...spans.values()].flat().flatMap(({ from, until }) => (until ? [from, until] : [from]));
  const periods: Period[] = [];
  for (const day of [...new Set([...changes, ...told])].sort()) {
    const there = termsOn(terms, day).equipmentTypes.map((type) =>
      (spans.get(type) ?? []).filter((span) => isWithin(span, day)),
    );
    const last = periods.at(-1);
    const isOpen = last !== undefined && !last.until;
    const isWorking = there.length > 0 && there.every((own) => own.some(({ isFaulty }) => !isFaulty));
    if (isOpen && there.some((own) => own.length === 0)) last.until = day;
    if (!isOpen && isWorking) periods.push({ from: day });
  }
  return periods;
}

/** From when until when which terms held, the oldest first; the first have no beginning. */
export function spansOfTerms({
  former = [],
  ...present
}: SolutionTerms): (Period & { terms: SolutionTerms })[] {
  const all = [
    ...former.map((terms) => ({ terms, until: terms.until })),
    { terms: present, until: undefined },
  ];
  return all.map(({ terms, until }, index) => ({
    terms,
    from: all[index - 1]?.until ?? '',
    ...(until && { until }),
  }));
}

/** The adoptions once a solution's newest terms hold for them; undefined where they do already. */
export function withTerms(adoptions: Adoption[], terms: TermsOf): Adoption[] | undefined {
  const known = adoptions.find(({ solutionId }) => solutionId === terms.solutionId);
  if (!known || known.terms.version >= terms.version) return undefined;
  return changed(adoptions, terms, (adoption) => adoption);
}

/** The adoptions once a consignment says what it has installed for a solution; that takes the place of what it said before. */
export function withEquipment(
  adoptions: Adoption[],
  terms: TermsOf,
  equipment: InstalledEquipment,
): Adoption[] {
  return changed(adoptions, terms, (adoption) => {
    const others = adoption.equipment.filter(
      ({ consignmentId }) => consignmentId !== equipment.consignmentId,
    );
    return { ...adoption, equipment: equipment.spans.length > 0 ? [...others, equipment] : others };
  });
}

/**
 * The adoptions once a person says from when a solution is used; that takes the place of what was said before. What is
 * over on the day on which it begins never was.
 */
export function withAdoptionByHand(
  adoptions: Adoption[],
  terms: TermsOf,
  byHand: AdoptionByHand,
): Adoption[] {
  return changed(adoptions, terms, ({ byHand: _, ...adoption }) => ({
    ...adoption,
    ...(byHand.until !== byHand.from && { byHand }),
  }));
}

/** One of the adoptions is changed, and its periods follow; the terms of the highest version hold. */
function changed(
  adoptions: Adoption[],
  { solutionId, ...terms }: TermsOf,
  change: (adoption: Adoption) => Adoption,
): Adoption[] {
  const known = adoptions.find((one) => one.solutionId === solutionId);
  const newest = known && known.terms.version > terms.version ? known.terms : terms;
  const before = known ?? { solutionId, terms, equipment: [], periods: [] };
  const after = withPeriods(change({ ...before, terms: newest }));
  const isLeft = after.equipment.length > 0 || after.byHand;
  return known
    ? adoptions.flatMap((one) => (one !== known ? [one] : isLeft ? [after] : []))
    : [...adoptions, ...(isLeft ? [after] : [])];
}

function withPeriods(adoption: Adoption): Adoption {
  const { terms, equipment, byHand } = adoption;
  const byType = Map.groupBy(equipment, ({ equipmentType }) => equipmentType);
  const spans = new Map([...byType].map(([type, own]) => [type, own.flatMap((one) => one.spans)]));
  // What is said by hand holds as long as nothing has to be installed.
  const entered = byHand
    ? spansOfTerms(terms)
        .filter((span) => span.terms.equipmentTypes.length === 0)
        .flatMap((span) =>
          within([{ from: byHand.from, ...(byHand.until && { until: byHand.until }) }], span),
        )
    : [];
  return { ...adoption, periods: joined([...adoptionPeriods(terms, spans), ...entered]) };
}
