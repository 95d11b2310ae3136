import { mostTrainingRows } from '#functions/domain/training/bounds.ts';
import type { TrainingImportRow } from '#functions/domain/training/trainingImport.ts';
import type { ImportKind } from '../importKind.ts';
import { trainingColumns, trainingIn } from './trainingRows.ts';
import { trainingWords, type TrainingNames } from './trainingWords.ts';

/** Training sessions, to be imported. */
export function trainingKind(
  names: TrainingNames,
  send: ImportKind<TrainingImportRow>['send'],
): ImportKind<TrainingImportRow> {
  return {
    ...trainingWords(names),
    columns: trainingColumns,
    rowsIn: (table, columns) => trainingIn(table, columns, names),
    most: mostTrainingRows,
    send,
  };
}
