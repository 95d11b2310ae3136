import { describe, expect, test } from 'vitest';
import { concernsOn } from '../../../../functions/domain/equipment/concern.ts';
import { consignmentContributions } from '../../../../functions/domain/equipment/consignmentContributions.ts';
import { consignmentRow } from '../../../../functions/domain/equipment/consignmentRow.ts';
import { testPack } from '../../../support/builders.ts';
import { consignment, inUse, type Told } from '../../../support/equipment.ts';

const daysUntilStuck = { planned: 100, shipped: 40, received: 60, installed: 80 };
const pack = { ...testPack, daysUntilStuck };

function concerns(day: string, told: Told[]) {
  const row = consignmentRow(consignment(told));
  if (!row) throw new Error('It is struck out.');
  return concernsOn(day, row, pack);
}

describe('units that somebody should look at', () => {
  const shipped: Told[] = [['shipped', '03-01']];

  test.each<[string, string, Told[], string[]]>([
    ['on the last day that their way may take', '2024-04-10', shipped, []],
    ['a day later', '2024-04-11', shipped, ['stuck']],
    ['after another event', '2024-04-11', [...shipped, ['note', '03-02']], []],
    ['noted as not come with the rest', '2024-03-05', [...shipped, ['missing', '03-05']], ['missing']],
    ['faulty for 30 days', '2024-05-31', [...inUse, ['fault', '05-01']], []],
    ['faulty for 31 days', '2024-06-01', [...inUse, ['fault', '05-01']], ['longFaulty']],
    ['repaired', '2024-06-05', [...inUse, ['fault', '05-01'], ['repaired', '06-02']], []],
    ['in use, however long', '2034-01-01', inUse, []],
    ['gone for good', '2034-01-01', [...inUse, ['fault', '05-01'], ['destroyed', '05-02']], []],
  ])('%s', (_, day, told, expected) => {
    expect(concerns(day, told)).toEqual(expected);
  });

  test('count from the month in which the day comes, and no more from that of the next event', () => {
    const rows = (told: Told[]) =>
      Object.fromEntries(
        consignmentContributions(consignment(told), pack)
          .filter(({ scope, amounts }) => scope === 'country' && 'unitsStuck' in amounts)
          .map(({ month, amounts }) => [month, amounts['unitsStuck']]),
      );

    expect(rows(shipped)).toEqual({ '2024-04': 4 });
    expect(rows([...shipped, ['received', '04-08']])).toEqual({ '2024-06': 4 });
    expect(rows([...shipped, ['received', '05-02'], ['installed', '05-03'], ['firstUse', '05-04']])).toEqual({
      '2024-04': 4,
      '2024-05': -4,
    });
  });
});
