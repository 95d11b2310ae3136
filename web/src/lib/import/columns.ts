import { plain } from './values.ts';

/** The columns of a kind of import. */
export interface KindColumns {
  /** Every field that there may be, as the template has them. */
  all: string[];
  /** What a file must say of each row. */
  required: string[];
  /** What else a column may be called, and its field; of two fields of one name the later counts. */
  names: (readonly [label: string, field: string])[];
}

/** A file's columns: the field that each place holds, and what is wrong with the header. */
export interface Columns {
  fields: ReadonlyMap<number, string>;
  /** Unknown ones, and those that are there a second time. */
  ignored: string[];
  /** Fields that every file must have. */
  missing: string[];
}

/** Finds the columns by their names: those of the API, or those of the form in any language. */
export function columnsIn(header: string[], { all, required, names }: KindColumns): Columns {
  const labelled = [...names, ...all.map((field) => [field, field] as const)];
  const known = new Map(labelled.map(([label, field]) => [plain(label), field]));
  const fields = new Map<number, string>();
  const ignored: string[] = [];
  const found = new Set<string>();
  for (const [index, name] of header.entries()) {
    const field = known.get(plain(name));
    if (field && !found.has(field)) fields.set(index, field);
    else if (name) ignored.push(name);
    if (field) found.add(field);
  }
  return { fields, ignored, missing: required.filter((field) => !found.has(field)) };
}

/** A field's labels, each with the field. */
export function pairs(labels: readonly string[], field: string): [string, string][] {
  return labels.map((label) => [label, field]);
}
