import { m } from 'virtual:messages';
import type { Day } from '#functions/domain/calendar.ts';
import type { ReceiptBody } from '#functions/domain/equipment/consignment.ts';

/** What a head has counted; nothing at first, so that nobody confirms blind. */
export interface Counted {
  working?: number;
  damaged?: number;
  date: Day;
  note: string;
}

/** The name under which a device keeps the form of a delivery. */
export function receiptForm(consignmentId: string): string {
  return `receipt ${consignmentId}`;
}

/** The form of a delivery: empty, or as a receipt says that is made anew. */
export function countedIn(receipt: ReceiptBody | undefined, today: Day): Counted {
  if (!receipt) return { date: today, note: '' };
  const { date, working, damaged, note = '' } = receipt;
  return { date, working, damaged, note };
}

/** What a delivery's count comes to. */
export interface Count {
  working: number;
  damaged: number;
  came: number;
  missing: number;
}

/** The count, once it is whole: whoever counted all as working has nothing damaged to count. */
export function countOf(
  { working, damaged }: Pick<Counted, 'working' | 'damaged'>,
  sent: number,
): Count | undefined {
  if (working === undefined || (damaged === undefined && working < sent)) return undefined;
  const came = working + (damaged ?? 0);
  return { working, damaged: damaged ?? 0, came, missing: sent - came };
}

/** What is wrong with the form, by field. */
export type ReceiptFaults = Partial<Record<'working' | 'damaged' | 'date' | 'note', string>>;

/** What has to be mended before a receipt can be confirmed. */
export function receiptFaults(counted: Counted, sent: number, today: Day): ReceiptFaults {
  const { working, damaged, date, note } = counted;
  const count = countOf(counted, sent);
  const tooMany = (working ?? 0) + (damaged ?? 0) > sent;
  return {
    ...(working === undefined && { working: m.countFirst() }),
    ...(working !== undefined && !count && { damaged: m.countFirst() }),
    ...(tooMany && { [damaged ? 'damaged' : 'working']: m.moreThanSent({ n: sent }) }),
    ...((!date || date > today) && { date: m.eventDayFault() }),
    ...(note.trim() && note.trim().length < 3 && { note: m.eventNoteFault() }),
  };
}

/** The receipt as the API takes it. */
export function receiptIn({ date, note }: Counted, { working, damaged }: Count): ReceiptBody {
  return { date, working, damaged, ...(note.trim() && { note: note.trim() }) };
}

/** What the button does: what is confirmed, in numbers. */
export function confirmWords(count: Count | undefined, sent: number): string {
  if (!count || count.missing < 0) return m.confirmCounted();
  const { came, damaged } = count;
  if (came === 0) return m.confirmNone();
  if (damaged > 0) return m.confirmDamaged({ came, n: sent, damaged });
  return came === sent ? m.confirmAll({ n: sent }) : m.confirmCame({ came, n: sent });
}

/** What the count means, in a sentence; undefined where it is not whole. */
export function countSays(count: Count | undefined): { sentence: string; isGood: boolean } | undefined {
  if (!count || count.missing < 0) return undefined;
  const { missing, damaged } = count;
  if (missing > 0) return { sentence: m.didNotCome({ n: missing }), isGood: false };
  if (damaged > 0) return { sentence: m.allCameDamaged({ n: damaged }), isGood: false };
  return { sentence: m.allCameAndWork(), isGood: true };
}
