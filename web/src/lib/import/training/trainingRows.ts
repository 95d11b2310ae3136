import type { CountryPack } from '#functions/domain/countryPack.ts';
import { facilityPattern } from '#functions/domain/facility/facilityProfile.ts';
import { plainText } from '#functions/domain/plainText.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import { mostAttending, staffRoles, type StaffRole } from '#functions/domain/training/bounds.ts';
import type { TrainingImportRow } from '#functions/domain/training/trainingImport.ts';
import type { Staff, ToldHost } from '#functions/domain/training/trainingSession.ts';
import { hoursIn } from '#lib/training/typedFacts.ts';
import { pairs, type Columns, type KindColumns } from '../columns.ts';
import { rowsIn, type Reading, type RowRead } from '../reading.ts';
import { textIn, type Cell, type Table } from '../table.ts';
import { choiceIn, dayIn, lineIn, wholeIn, type Value } from '../values.ts';
import { modeChoices, nationNames, staffField, trainingLabels } from './trainingNames.ts';

/** What a file's rows may name. */
export interface TrainingCountry {
  pack: Pick<CountryPack, 'country' | 'regions'>;
  solutions: Pick<Solution, 'solutionId' | 'names'>[];
}

/** The columns of a file of training sessions, in rows of one facility each. */
export const trainingColumns: KindColumns = {
  all: Object.keys(trainingLabels),
  required: ['day', 'provider', 'mode', 'hours', 'host', 'facilityId'],
  names: Object.entries(trainingLabels).flatMap(([field, labels]) => pairs(labels, field)),
};

/** What the rows of a file say. A facility that comes again at the same session is told of the later row. */
export function trainingIn(
  table: Table,
  columns: Columns,
  country: TrainingCountry,
): RowRead<TrainingImportRow>[] {
  return rowsIn(
    table,
    columns,
    (reading) => rowIn(reading, country),
    ({ facilityId, day, solutionId, topic, mode, host }) => [
      {
        key: plainText([facilityId, day, solutionId ?? topic?.toLowerCase() ?? '', mode, host]),
        field: 'facilityId',
        value: facilityId,
      },
    ],
  );
}

const longest = 200;

function rowIn(reading: Reading, { pack, solutions }: TrainingCountry): TrainingImportRow | undefined {
  const known = solutions.map(({ solutionId, names }) => ({ code: solutionId, names: Object.values(names) }));
  const day = reading.needed('day', dayIn);
  const subject = subjectIn(reading, known);
  const provider = reading.needed('provider', (cell) => lineIn(cell, longest));
  const mode = reading.needed('mode', (cell) => choiceIn(cell, modeChoices));
  const hours = reading.needed('hours', hoursOf);
  const host = reading.needed('host', (cell) => hostIn(cell, pack));
  const facilityId = reading.needed('facilityId', facilityIdIn);
  const staff = staffIn(reading);
  if (!day || !subject || !provider || !mode || !hours || !host || !facilityId) return undefined;
  return { day, ...subject, provider, mode, hours, host, facilityId, staff };
}

/** A solution, or something else in words; of both, the solution's column is asked to be emptied. */
function subjectIn(
  reading: Reading,
  solutions: { code: string; names: string[] }[],
): Pick<TrainingImportRow, 'solutionId' | 'topic'> | undefined {
  const isOther = !reading.isEmpty('topic');
  const topic = reading.read('topic', (cell) => lineIn(cell, longest));
  if (isOther && reading.isEmpty('solutionId')) return topic ? { topic } : undefined;
  const solutionId = reading.needed('solutionId', (cell) =>
    isOther ? { fault: 'unfit' } : choiceIn(cell, solutions),
  );
  return solutionId ? { solutionId } : undefined;
}

/** Those who came, by role; empty means nobody. */
function staffIn(reading: Reading): Staff {
  const staff = Object.fromEntries(
    staffRoles.flatMap((role) => {
      const counts = countsIn(reading, role);
      return counts.attending > 0 ? [[role, counts]] : [];
    }),
  );
  const isNobody = Object.keys(staff).length === 0;
  const isEmpty = staffRoles.every((role) => reading.isEmpty(staffField(role, 'attending')));
  if (isNobody && isEmpty)
    reading.faults.push({ field: staffField('doctor', 'attending'), kind: 'missing', value: '' });
  return staff;
}

function countsIn(reading: Reading, role: StaffRole) {
  const read = (count: 'attending' | 'newToSolution' | 'newToEquipment') =>
    reading.read(staffField(role, count), countIn) ?? 0;
  return {
    attending: read('attending'),
    newToSolution: read('newToSolution'),
    newToEquipment: read('newToEquipment'),
  };
}

function countIn(cell: Cell): Value<number> {
  const read = wholeIn(cell);
  return 'fault' in read || read.value <= mostAttending ? read : { fault: 'unfit' };
}

function hoursOf(cell: Cell): Value<number> {
  const value = hoursIn(textIn(cell));
  return value === undefined ? { fault: 'unfit' } : { value };
}

function facilityIdIn(cell: Cell): Value<string> {
  const value = textIn(cell).toUpperCase();
  return facilityPattern.test(value) ? { value } : { fault: 'unfit' };
}

/** A facility by its code, a region by its code or name, or the country as a whole. */
function hostIn(cell: Cell, { country, regions }: TrainingCountry['pack']): Value<ToldHost> {
  const facility = facilityIdIn(cell);
  if ('value' in facility) return { value: { kind: 'facility', facilityId: facility.value } };
  const places = [
    { code: country, names: nationNames },
    ...regions.map(({ code, names }) => ({ code, names: Object.values(names) })),
  ];
  const place = choiceIn(cell, places);
  if ('fault' in place) return place;
  return { value: place.value === country ? { kind: 'nation' } : { kind: 'region', region: place.value } };
}
