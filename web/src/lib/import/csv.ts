import type { Language } from '#functions/domain/names.ts';

/** What a spreadsheet would run as a formula; a number is none. */
const formula = /^[=+\-@\t\r](?!\d+([.,]\d+)?$)/;

/** A CSV file that spreadsheets open as it is: with a mark of its encoding, and no cell of it a formula. */
export async function csvOf(lines: string[][], language: Language): Promise<Blob> {
  const { default: papaparse } = await import('papaparse');
  const text = papaparse.unparse(lines, {
    // Where a comma stands before decimals, spreadsheets part columns with a semicolon.
    delimiter: language === 'en' ? ',' : ';',
    newline: '\r\n',
    escapeFormulae: formula,
  });
  return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv;charset=utf-8' });
}
