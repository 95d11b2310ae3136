import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import { attendanceCounts, staffRoles, trainingModes } from '#functions/domain/training/bounds.ts';
import type { TrainingImportRow } from '#functions/domain/training/trainingImport.ts';
import { day, named, number } from '#lib/i18n/format.ts';
import { regionName } from '#lib/record/labels.ts';
import { countWords, staffWords, subjectOf, trainingModeWords } from '#lib/training/words.ts';
import type { ImportWords } from '../importKind.ts';
import { staffField } from './trainingNames.ts';

export interface TrainingNames {
  pack: CountryPack;
  solutions: Pick<Solution, 'solutionId' | 'names'>[];
}

/** How people read what files tell of training. */
export function trainingWords({ pack, solutions }: TrainingNames): ImportWords<TrainingImportRow> {
  return {
    title: m.importTraining(),
    template: 'training.csv',
    fieldText: (field) => fieldWords[field]?.() ?? field,
    valueText: (_, value) => textOf(value),
    choicesOf: (field) => choicesOf(field, { pack, solutions }),
    valueIn: (row, field) => (field === 'host' ? hostCode(row.host) : partIn(row, field)),
    faultText: ({ field, kind }) => {
      if (kind === 'repeated') return undefined;
      if (field === 'facilityId') return m.trainingFacilityCodeFault();
      if (field === 'hours') return m.trainingHoursFault();
      return field.startsWith('staff.') && kind === 'missing' ? m.trainingNobodyFault() : undefined;
    },
    refusalText: (code, field) => (refusalWords[`${code} ${field}`] ?? refusalWords[code])?.(),
    codeOf: ({ facilityId }) => facilityId,
    codeLabel: m.trainingFacilityCode(),
    shown: [
      { key: 'day', label: m.trainingDay(), value: (row) => day(row.day) },
      { key: 'subject', label: m.trainingSubject(), value: (row) => subjectOf(row, solutions) },
      { key: 'host', label: m.trainingHost(), value: ({ host }) => hostText(host, pack) },
    ],
  };
}

const fieldWords: Partial<Record<string, () => string>> = {
  day: m.trainingDay,
  solutionId: m.forSolution,
  topic: m.trainingTopic,
  provider: m.trainingProvider,
  mode: m.trainingMode,
  hours: m.trainingHours,
  host: m.trainingHost,
  facilityId: m.trainingFacilityCode,
  lines: m.trainingWhoCame,
  ...Object.fromEntries(
    staffRoles.flatMap((role) =>
      attendanceCounts.map((count) => [
        staffField(role, count),
        () => `${staffWords[role]()}: ${countWords[count]()}`,
      ]),
    ),
  ),
};

/** Why the server refuses a row, by its code and field, or by its code alone. */
const refusalWords: Partial<Record<string, () => string>> = {
  'notFound facilityId': m.importNoPlace,
  'notFound host': m.trainingHostElsewhere,
  'notFound host.facilityId': m.importNoPlace,
  'alreadyExists facilityId': m.trainingFacilityTwice,
  'wrongState provider': m.trainingRowDiffers,
  'wrongState hours': m.trainingRowDiffers,
  'invalid solutionId': m.trainingSubjectFault,
  unknownRegion: m.importCellUnknown,
  wrongState: m.trainingIsCalledOff,
  moreThanItsWhole: m.trainingMoreNewFault,
  tooLow: m.trainingNobodyFault,
  tooHigh: m.trainingLinesFault,
  dateNotAllowed: m.trainingDayFault,
};

function textOf(value: unknown): string {
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value;
  return Array.isArray(value) ? m.fromFacilities({ n: value.length }) : '–';
}

function partIn(row: TrainingImportRow, field: string): unknown {
  const { staff, host: _, ...facts } = row;
  const [, role, count] = field.split('.');
  const known = staffRoles.find((one) => one === role);
  const counted = attendanceCounts.find((one) => one === count);
  if (known && counted) return staff[known]?.[counted] ?? 0;
  return new Map<string, unknown>(Object.entries(facts)).get(field);
}

function hostCode(host: TrainingImportRow['host']): string {
  if (host.kind === 'nation') return m.trainingNation();
  return host.kind === 'facility' ? host.facilityId : host.region;
}

function hostText(host: TrainingImportRow['host'], pack: CountryPack): string {
  return host.kind === 'region' ? regionName(host.region, pack) : hostCode(host);
}

function choicesOf(field: string, { pack, solutions }: TrainingNames): string[] {
  const choices: Partial<Record<string, string[]>> = {
    solutionId: solutions.map(({ solutionId, names }) => `${solutionId} ${named(names)}`),
    mode: trainingModes.map((mode) => `${mode} ${trainingModeWords[mode]()}`),
    host: [
      `${pack.country} ${m.trainingNation()}`,
      ...pack.regions.map(({ code, names }) => `${code} ${named(names)}`),
    ],
  };
  return choices[field] ?? [];
}
