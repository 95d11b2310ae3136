import { mostStockRows } from '#functions/domain/equipment/bounds.ts';
import type { StockRow } from '#functions/domain/equipment/stockImport.ts';
import type { ImportKind } from '../importKind.ts';
import { stockColumns, stockIn } from './stockRows.ts';
import { stockWords, type StockNames } from './stockWords.ts';

/** Equipment that is there already, to be imported. */
export function stockKind(names: StockNames, send: ImportKind<StockRow>['send']): ImportKind<StockRow> {
  return {
    ...stockWords(names),
    columns: stockColumns,
    rowsIn: (table, columns) => stockIn(table, columns, names),
    most: mostStockRows,
    send,
  };
}
