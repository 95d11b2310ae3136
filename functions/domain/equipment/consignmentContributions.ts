import { addMonths, monthOf, type Day, type Month } from '../calendar.ts';
import { negative, summed, type Amounts, type Contribution } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { regionInMonth } from '../facility/facilityRegion.ts';
import { chainContributions } from './chain/chainContributions.ts';
import { chainScopes, donorScope } from './chain/chainScopes.ts';
import type { Consignment, EquipmentState } from './consignment.ts';
import { concernDays, equipmentConcerns } from './concern.ts';
import { countedMonth, type InRow } from './countedMonth.ts';
import { donationsScope } from './donationContributions.ts';
import { concernFigure, unitsFigure } from './equipmentFigures.ts';
import type { Place } from './place.ts';
import { repairContributions } from './chain/repairs.ts';
import { isEnded, placeOf, stepsOf, type Standing, type Step } from './standing.ts';

/** The level of what has come to an end, in US cents; what was lost on the way had never been received. */
const endFigures: Partial<Record<EquipmentState, string>> = {
  returned: 'aidReturnedUsd',
  lost: 'aidLostUsd',
  destroyed: 'aidDestroyedUsd',
  scrapped: 'aidScrappedUsd',
};

/**
 * Units count in the state they are in, where their holder is, or where they are to go as long as nobody has received
 * them. Aid is counted of donations alone, for the country, its donor and its donation: shipped and received once, on the
 * day of the first shipment and receipt; held and in use while it is. What nobody has looked at for too long counts from the
 * day on which that is so, which may lie ahead: another event before it takes it away again. How far given units came is
 * counted in scopes of its own, as repairs are.
 */
export function consignmentContributions(consignment: Consignment, pack: CountryPack): Contribution[] {
  const { source, usdCents } = consignment;
  const donated = source.kind === 'donation' ? usdCents : 0;
  const steps = stepsOf(consignment);
  const rows = [
    ...steps.flatMap((step, index) => levels(step, steps[index + 1], { ...consignment, donated }, pack)),
    ...firsts(steps, donated, pack),
  ];
  return summed([
    ...rows.flatMap((row) => [{ scope: 'country' as const, ...row }, ...inDonation(row, source)]),
    ...inChain(steps, consignment, pack),
    ...repairContributions(steps, consignment, pack),
  ]);
}

/** How far what is given came, in every scope in which it is asked for. */
function inChain(steps: Step[], consignment: Consignment, pack: CountryPack): Contribution[] {
  const { source, equipmentType, solution } = consignment;
  if (source.kind !== 'donation') return [];
  const { donorId } = source;
  const scopes = chainScopes({ donorId, equipmentType, solutionId: solution?.solutionId });
  const rows = chainContributions(steps, consignment, pack);
  return scopes.flatMap((scope) => rows.map((row) => ({ scope, ...row })));
}

/** What is given also counts for its donor, and in its donation's own row. */
function inDonation(row: InRow, source: Consignment['source']): Contribution[] {
  if (source.kind !== 'donation') return [];
  return [
    { ...row, scope: donorScope(source.donorId) },
    { ...row, scope: donationsScope, row: source.donationId },
  ];
}

interface Counted {
  units: number;
  donated: number;
}

/** What one step holds until the next. */
function levels(
  { event, standing }: Step,
  following: Step | undefined,
  counted: Counted,
  pack: CountryPack,
): InRow[] {
  const [place, until] = [placeOf(standing), following?.event.date];
  const days = concernDays({ ...standing, lastEventOn: event.date }, pack);
  const concerns = equipmentConcerns.flatMap((concern) => {
    const first = days[concern];
    if (!first || (until && first >= until)) return [];
    const from = first < event.date ? event.date : first;
    return levelAt(place, from, until, { [concernFigure(concern)]: counted.units }, pack);
  });
  return [...levelAt(place, event.date, until, amountsOf(standing, counted), pack), ...concerns];
}

function amountsOf(standing: Standing, { units, donated }: Counted): Amounts {
  const { state, holder, faultySince } = standing;
  const end = state === 'lost' && !holder ? 'aidLostUnderWayUsd' : endFigures[state];
  return {
    [unitsFigure(state)]: units,
    ...(faultySince && !isEnded(standing) && { unitsFaulty: units }),
    ...(holder && !isEnded(standing) && { aidHeldUsd: donated }),
    ...(state === 'inUse' && { aidInUseUsd: donated }),
    ...(end && { [end]: donated }),
  };
}

/** A level from a day until another, at a place that may move between regions meanwhile: a month belongs to the region of its last day. */
function levelAt(
  place: Place,
  from: Day,
  until: Day | undefined,
  amounts: Amounts,
  pack: CountryPack,
): InRow[] {
  const first = countedMonth(from, pack);
  const last = until && countedMonth(until, pack);
  const inRow = (at: Month, month: Month, own: Amounts): InRow => ({
    row: regionInMonth(place, at),
    month,
    amounts: own,
  });
  const moves = [...new Set((place.formerRegions ?? []).map((former) => monthOf(former.until)))]
    .filter((month) => first < month && (!last || month <= last))
    .flatMap((month) => [
      inRow(addMonths(month, -1), month, negative(amounts)),
      inRow(month, month, amounts),
    ]);
  return [inRow(first, first, amounts), ...moves, ...(last ? [inRow(last, last, negative(amounts))] : [])];
}

/** The flows: what was shipped and what was received for the first time. */
function firsts(steps: Step[], donated: number, pack: CountryPack): InRow[] {
  return [
    { name: 'aidShippedUsd', step: steps.find(({ event }) => event.kind === 'shipped') },
    { name: 'aidReceivedUsd', step: steps.find(({ event }) => event.kind === 'received') },
  ].flatMap(({ name, step }) => {
    if (!step) return [];
    const month = countedMonth(step.event.date, pack);
    return [{ row: regionInMonth(placeOf(step.standing), month), month, amounts: { [name]: donated } }];
  });
}
