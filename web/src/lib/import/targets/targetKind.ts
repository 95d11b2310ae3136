import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { catalogueOf } from '#functions/domain/figureCatalogue.ts';
import { isPlannable } from '#functions/domain/plan/plannable.ts';
import { planDays } from '#functions/domain/plan/planDays.ts';
import { day, named } from '#lib/i18n/format.ts';
import { targetRowName } from '#lib/plan/rows.ts';
import { perUnit } from '#lib/plan/unit.ts';
import { valueText } from '#lib/plan/words.ts';
import { figureOf } from '#lib/progress/figures.ts';
import { figureName } from '#lib/progress/names.ts';
import type { ImportKind } from '../importKind.ts';
import { mostRows } from '../table.ts';
import { otherRows } from './targetNames.ts';
import { targetColumns, targetsIn, type TargetRow } from './targetRows.ts';

/** Targets, to be imported: all of a file at once, for those of a figure are set together. */
export function targetKind(pack: CountryPack, send: ImportKind<TargetRow>['send']): ImportKind<TargetRow> {
  const { first, last } = planDays(pack);
  const between = { first: day(first), last: day(last) };
  const refusals = new Map<string, () => string>([
    ['tooLow value', m.targetImportFalls],
    ['mixedGrains row', m.targetImportMixed],
    ['dateNotAllowed day', m.targetImportBegin],
    ['tooLow day', () => m.targetDaysFault(between)],
    ['tooHigh day', () => m.targetDaysFault(between)],
    ['reasonNeeded reason', m.targetReasonHelp],
    ['wrongState figure', m.targetImportOther],
    ['invalid figure', m.targetImportNone],
  ]);
  return {
    columns: targetColumns,
    rowsIn: (table, columns) => targetsIn(table, columns, pack),
    most: mostRows,
    send,
    title: m.targetImport(),
    template: 'targets.csv',
    fieldText: (field) => fieldWords[field]?.() ?? field,
    valueText: (_, value) => (typeof value === 'number' ? String(value) : '–'),
    choicesOf: (field) => choicesOf(field, pack),
    valueIn: (row, field) =>
      field === 'value'
        ? row.value / perUnit(figureOf(row.figure, pack))
        : new Map<string, unknown>(Object.entries(row)).get(field),
    faultText: () => undefined,
    refusalText: (code, field) => refusals.get(`${code} ${field}`)?.(),
    codeOf: ({ figure, row }) => [figureName(figure, pack), targetRowName(row, pack)].join(', '),
    codeLabel: m.figure(),
    shown: [
      { key: 'day', label: m.targetDate(), value: (row) => day(row.day) },
      {
        key: 'value',
        label: m.targetValue(),
        value: ({ figure, value }) => valueText(figureOf(figure, pack), value),
      },
    ],
  };
}

const fieldWords: Partial<Record<string, () => string>> = {
  figure: m.figure,
  row: m.region,
  day: m.targetDate,
  value: m.targetValue,
  reason: m.targetReason,
};

function choicesOf(field: string, pack: CountryPack): string[] {
  if (field === 'figure')
    return [...catalogueOf(pack).values()]
      .filter(isPlannable)
      .map(({ name, names }) => `${name} ${named(names)}`);
  if (field !== 'row') return [];
  const rows = [...pack.regions, ...otherRows].map(({ code }) => code);
  return rows.map((code) => `${code} ${targetRowName(code, pack)}`);
}
