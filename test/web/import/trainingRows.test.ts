import { expect, test } from 'vitest';
import { TrainingImportRow } from '../../../functions/domain/training/trainingImport.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { be } from '../../../web/messages/be.ts';
import { en } from '../../../web/messages/en.ts';
import { ru } from '../../../web/messages/ru.ts';
import { uk } from '../../../web/messages/uk.ts';
import { columnsIn } from '../../../web/src/lib/import/columns.ts';
import type { Cell } from '../../../web/src/lib/import/table.ts';
import { trainingColumns, trainingIn } from '../../../web/src/lib/import/training/trainingRows.ts';
import { tableOf } from './table.ts';

const pack = packFor('UA');
const solutions = [{ solutionId: 'tele', names: { uk: 'Телемоніторинг', en: 'Monitoring' } }];
const good: Record<string, Cell> = {
  day: '05.11.2024',
  topic: 'First steps',
  provider: 'Institute',
  mode: 'onSite',
  hours: '3,5',
  host: 'UA-46',
  facilityId: 'ua-0001',
  'staff.doctor.attending': 2,
  'staff.doctor.newToSolution': 1,
};

function read(...rows: Record<string, Cell>[]) {
  const table = tableOf(good, rows);
  return trainingIn(table, columnsIn(table.header, trainingColumns), { pack, solutions });
}

test.each(Object.entries({ en, uk, be, ru }))(
  'columns are found by their names on screens in %s',
  (_, texts) => {
    const counts = [texts.trainingCame, texts.trainingNewToIt, texts.trainingNewToEquipment];
    const header = [
      texts.trainingDay,
      texts.forSolution,
      texts.trainingTopic,
      texts.trainingProvider,
      texts.trainingMode,
      texts.trainingHours,
      texts.trainingHost,
      texts.trainingFacilityCode,
      ...[texts.staffDoctors, texts.staffNurses, texts.staffParamedics, texts.staffOthers].flatMap((role) =>
        counts.map((count) => `${role}: ${count}`),
      ),
    ];

    const columns = columnsIn(header, trainingColumns);

    expect([...columns.fields.values()]).toEqual(trainingColumns.all);
    for (const [mode, text] of [
      ['onSite', texts.trainingOnSite],
      ['remote', texts.trainingRemote],
    ] as const)
      expect(read({ mode: text, host: texts.trainingNation })[0]).toMatchObject({
        row: { mode, host: { kind: 'nation' } },
      });
  },
);

test('a row is read as the API takes it', () => {
  const [first, second] = read({}, { topic: '', solutionId: 'Телемоніторинг', host: 'UA-0002' });

  expect(first).toMatchObject({
    row: {
      day: '2024-11-05',
      hours: 3.5,
      host: { kind: 'region', region: 'UA-46' },
      facilityId: 'UA-0001',
      staff: { doctor: { attending: 2, newToSolution: 1, newToEquipment: 0 } },
    },
  });
  expect(second).toMatchObject({
    row: { solutionId: 'tele', host: { kind: 'facility', facilityId: 'UA-0002' } },
  });
  for (const one of [first, second])
    expect(TrainingImportRow.safeParse(one && 'row' in one && one.row).success).toBe(true);
});

test.each<[Record<string, Cell>, string, string]>([
  [{ topic: '' }, 'solutionId', 'missing'],
  [{ solutionId: 'tele' }, 'solutionId', 'unfit'],
  [{ hours: '0.3' }, 'hours', 'unfit'],
  [{ host: 'Nowhere' }, 'host', 'unknownChoice'],
  [{ facilityId: 'clinic' }, 'facilityId', 'unfit'],
  [{ mode: 'hybrid' }, 'mode', 'unknownChoice'],
  [{ 'staff.doctor.attending': '' }, 'staff.doctor.attending', 'missing'],
  [{ 'staff.nurse.attending': 501 }, 'staff.nurse.attending', 'unfit'],
  [{ 'staff.nurse.attending': '=1+1' }, 'staff.nurse.attending', 'formula'],
])('%j is at fault', (cells, field, kind) => {
  expect(read(cells)[0]).toMatchObject({
    faults: expect.arrayContaining([expect.objectContaining({ field, kind })]),
  });
});

test('a facility that comes again at the same session is told of the later row', () => {
  const [, again, other] = read({}, {}, { day: '06.11.2024' });

  expect(again).toMatchObject({ faults: [{ field: 'facilityId', kind: 'repeated', earlier: 2 }] });
  expect(other).toHaveProperty('row');
});
