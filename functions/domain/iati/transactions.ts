import { daysIn, type Day, type Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { Donation } from '../equipment/donation.ts';
import type { Organisation, Transaction } from './document.ts';
import { narrativesOf, said } from './narratives.ts';
import { isThroughOthers } from './organisations.ts';

/** The types of what was pledged, agreed and received, as each side reports it. */
export const incoming = { pledge: '13', commitment: '11', receipt: '1' } as const;
export const outgoing = { pledge: '12', commitment: '2', receipt: '3' } as const;

interface Telling {
  types: typeof incoming | typeof outgoing;
  provider: Organisation;
  receiver: Organisation;
  /** US cents received for the first time, by month. */
  received: ReadonlyMap<Month, number>;
  pack: Pick<CountryPack, 'languages'>;
  today: Day;
}

/** The money of a donation: its pledge and its agreement line by line, and month by month what was received. */
export function transactionsOf(donation: Donation, telling: Telling): Transaction[] {
  const { pledgedOn, agreedOn } = donation;
  return [
    ...promises(donation, 'pledge', pledgedOn, telling),
    ...(agreedOn ? promises(donation, 'commitment', agreedOn, telling) : []),
    ...receipts(donation, telling),
  ].filter(({ usdCents }) => usdCents !== 0);
}

function promises(
  { donationId, lines }: Donation,
  kind: 'pledge' | 'commitment',
  date: Day,
  { types, provider, receiver, pack }: Telling,
): Transaction[] {
  return lines.map(({ lineId, usdCents, usdRateOn }) => ({
    reference: `${donationId}-${lineId}-${kind}`,
    type: types[kind],
    date,
    usdCents,
    valuedOn: usdRateOn,
    narratives: narrativesOf(said[kind], pack),
    provider,
    receiver,
  }));
}

/** A month's receipts are told on its last day, or until now. */
function receipts(donation: Donation, { types, provider, receiver, received, pack, today }: Telling) {
  const channel = isThroughOthers(donation) ? '3' : '4';
  const [rateDay, ...others] = new Set(donation.lines.map(({ usdRateOn }) => usdRateOn));
  return [...received].map(([month, usdCents]): Transaction => {
    const end = `${month}-${daysIn(month)}`;
    const date = end < today ? end : today;
    return {
      reference: `${donation.donationId}-${month}`,
      type: types.receipt,
      date,
      usdCents,
      valuedOn: others.length === 0 && rateDay ? rateDay : date,
      narratives: narrativesOf(said.receipt, pack),
      provider,
      receiver,
      channel,
    };
  });
}
