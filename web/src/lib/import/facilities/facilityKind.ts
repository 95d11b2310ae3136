import type { CountryPack } from '#functions/domain/countryPack.ts';
import { mostImportRows, type ImportRow } from '#functions/domain/facility/facilityImport.ts';
import { regionShapes } from '#lib/country/regionShapes.ts';
import type { ImportKind } from '../importKind.ts';
import { facilityColumns } from './facilityColumns.ts';
import { facilitiesIn } from './facilityRows.ts';
import { facilityWords } from './facilityWords.ts';
import { placeDoubt } from './placeDoubt.ts';

/** Facilities, to be imported. */
export function facilityKind(pack: CountryPack, send: ImportKind<ImportRow>['send']): ImportKind<ImportRow> {
  return {
    ...facilityWords(pack),
    columns: facilityColumns(pack),
    rowsIn: (table, columns) => facilitiesIn(table, columns, pack),
    most: mostImportRows,
    send,
    doubts: async () => {
      const shapes = await regionShapes();
      return (row) => placeDoubt(row, pack, shapes);
    },
  };
}
