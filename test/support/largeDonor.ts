import { addMonths } from '../../functions/domain/calendar.ts';
import { summed, type Contribution } from '../../functions/domain/contribution.ts';
import { regionCodes, type CountryPack } from '../../functions/domain/countryPack.ts';
import { attributedFigure, supportedFigure } from '../../functions/domain/equipment/attributedFigures.ts';
import { donorScope } from '../../functions/domain/equipment/chain/chainScopes.ts';
import { consignmentContributions } from '../../functions/domain/equipment/consignmentContributions.ts';
import type { Database } from '../../functions/store/database.ts';
import { progressWrites } from '../../functions/store/progress.ts';
import { consignment, inUse, type Told } from './equipment.ts';

const stories: Told[][] = [
  [],
  inUse.slice(0, 1),
  inUse.slice(0, 2),
  inUse.slice(0, 3),
  inUse,
  [...inUse, ['fault', '05-02'], ['repaired', '06-20']],
  [...inUse, ['destroyed', '07-01']],
  [...inUse.slice(0, 1), ['lost', '04-01']],
];
const months = 24;

/** The sums that a donor of so many consignments has, in all regions and months, with what their use brought. */
export async function fillDonor(
  database: Database,
  pack: CountryPack,
  donorId: string,
  count: number,
): Promise<void> {
  const scope = donorScope(donorId);
  const regions = regionCodes(pack);
  const told = stories.map((story) => {
    const source = { kind: 'donation' as const, donationId: 'aid', donorId, lineId: 'l1' };
    return consignmentContributions({ ...consignment(story), source }, pack).filter(
      (one) => one.scope === scope,
    );
  });
  const ofUnits = Array.from({ length: count }, (_, index) => {
    const row = regions[index % regions.length] ?? '';
    return (told[index % told.length] ?? []).map((one): Contribution => ({
      ...one,
      row,
      month: addMonths(one.month, -(index % months)),
    }));
  });
  const ofUse = regions.flatMap((row) =>
    Array.from({ length: months }, (_, index): Contribution => {
      const codes = pack.indicators.filter(({ asked }) => asked).map(({ code }) => code);
      const amounts = codes.flatMap((code) => [
        [attributedFigure(code), 12],
        [supportedFigure(code), 34],
      ]);
      return { scope, row, month: addMonths('2024-11', -index), amounts: Object.fromEntries(amounts) };
    }),
  );
  const writes = progressWrites(summed([...ofUnits.flat(), ...ofUse]), 0, pack);
  for (let start = 0; start < writes.length; start += 100)
    await database.transact(writes.slice(start, start + 100));
}
