/** A line that was pasted: a place's code, and how many units go there where that is said. */
export interface PastedRow {
  code: string;
  units?: string;
}

/**
 * What was pasted, line by line: a code and a number of units, parted by a tab, a semicolon, a comma or spaces. A first line
 * without any digit is the heading of a table; of a line with more in it the rest stays with the units, where it is seen.
 */
export function pastedRows(text: string): PastedRow[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const rows = lines.filter((line, index) => line !== '' && (index > 0 || /\d/.test(line)));
  return rows.map((line) => {
    const [code = '', ...rest] = line.split(/[\t;,\s]+/).filter(Boolean);
    const units = rest.join(' ');
    return { code: code.toUpperCase(), ...(units && { units }) };
  });
}
