/** As much of a JSON Schema as the API's description uses. */
export interface Schema {
  $ref?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

/** A field of a body, a record or an answer, by its path in it. */
export interface FieldView {
  /** Empty for what has no fields. */
  name: string;
  /** What it may be, in the words of JSON Schema. */
  type: string;
  required: boolean;
  description?: string;
  example?: string;
}

/** The fields of a schema, those inside others with their paths: `names.en`, `reports[].month`. */
export function fieldsOf(schema: Schema, name = '', required = true): FieldView[] {
  const described = { name, required, description: schema.description };
  if (schema.type === 'array' && schema.items && hasFields(schema.items))
    return fieldsOf(schema.items, `${name}[]`, required);
  if (!hasFields(schema)) return [{ ...described, type: typeOf(schema) }];
  return Object.entries(schema.properties ?? {}).flatMap(([inner, part]) =>
    fieldsOf(part, name ? `${name}.${inner}` : inner, required && (schema.required ?? []).includes(inner)),
  );
}

function hasFields({ properties = {} }: Schema): boolean {
  return Object.keys(properties).length > 0;
}

function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf)
    return schema.anyOf.map((option) => (hasFields(option) ? objectOf(option) : typeOf(option))).join(' | ');
  if (schema.type === 'array') return `${schema.items ? typeOf(schema.items) : ''}[]`;
  if (typeof schema.additionalProperties === 'object')
    return `{ … : ${typeOf(schema.additionalProperties)} }`;
  return [schema.type, rangeOf(schema), schema.format ?? patternOf(schema)].filter(Boolean).join(' ');
}

/** An object among several that a field may be. */
function objectOf(schema: Schema): string {
  const fields = fieldsOf(schema).map(({ name, type, required }) => `${name}${required ? '' : '?'}: ${type}`);
  return `{ ${fields.join('; ')} }`;
}

function rangeOf(schema: Schema): string {
  const { minimum: low, maximum: high, minLength, maxLength } = schema;
  // The largest whole number that JSON can hold is no limit that anyone meets.
  const [least, most] = [low ?? minLength, high ?? maxLength].map((end) =>
    end !== undefined && Math.abs(end) < Number.MAX_SAFE_INTEGER ? String(end) : '',
  );
  return least || most ? `${least}…${most}` : '';
}

/** Patterns of texts are long, and say what readers expect of a text. */
function patternOf({ pattern = '' }: Schema): string {
  return pattern.length > 60 ? '' : pattern;
}
