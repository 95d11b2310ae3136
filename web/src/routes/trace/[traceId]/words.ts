import { m } from 'virtual:messages';
import type { EquipmentState } from '#functions/domain/equipment/consignment.ts';
import type { InUse, TraceCard } from '#functions/domain/trace/traceCard.ts';
import { day, monthName } from '#lib/i18n/format.ts';

/*
 * What the card says, in the reader's words. Its own, also where other pages have the same words: those lie in files that the
 * ministry's pages share, and a stranger's phone fetches none of them.
 */

const stateWords: Record<EquipmentState, () => string> = {
  planned: m.equipmentPlanned,
  shipped: m.equipmentShipped,
  received: m.equipmentReceived,
  installed: m.equipmentInstalled,
  inUse: m.equipmentInUse,
  returned: m.equipmentReturned,
  lost: m.equipmentLost,
  destroyed: m.equipmentDestroyed,
  scrapped: m.equipmentScrapped,
};

export const happenedWords: Record<TraceCard['timeline'][number]['kind'], () => string> = {
  planned: m.equipmentPlanned,
  shipped: m.eventShipped,
  received: m.eventReceived,
  installed: m.eventInstalled,
  firstUse: m.eventFirstUse,
  dismantled: m.eventDismantled,
  returned: m.eventReturned,
  lost: m.eventLost,
  destroyed: m.eventDestroyed,
  scrapped: m.eventScrapped,
};

/** A day, or a month where no more is told. */
export const when = (on: string): string => (on.length === 7 ? monthName(on) : day(on));

type Units = TraceCard['where'][number];

/** How units stand; of those that are in use by their record, what the reports say too. */
export function standingWords({ state, inUse }: Pick<Units, 'state' | 'inUse'>): string {
  if (state === 'inUse' && inUse === 'no') return m.cardUnused();
  return state === 'inUse' && inUse === 'notKnown' ? m.cardUseUnknown() : stateWords[state]();
}

/** The units of each place together, in the order in which places first come. */
export function byPlace(where: readonly Units[]): Units[][] {
  const placeOf = ({ region, settlement, state }: Units): string =>
    JSON.stringify(region ? [region, settlement] : state);
  return [...Map.groupBy(where, placeOf).values()];
}

/** How many units are in use, or are not, or of how many nobody knows. */
export function unitsBy(answer: InUse, { where }: Pick<TraceCard, 'where'>): number {
  return where.reduce((sum, { inUse, units }) => sum + (inUse === answer ? units : 0), 0);
}

/** Whether the units are in use, in a sentence. */
export function inUseSentence(card: Pick<TraceCard, 'units' | 'where'>): string {
  const { units: n } = card;
  if (n === 0) return m.cardNothing();
  const used = unitsBy('yes', card);
  if (used === n) return m.cardInUse({ n });
  if (unitsBy('no', card) === n) return m.cardNotInUse({ n });
  if (unitsBy('notKnown', card) === n) return m.cardNotKnown({ n });
  return m.cardPartInUse({ n, used });
}
