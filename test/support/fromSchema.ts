import fc from 'fast-check';
import type { Loose } from './stack.ts';

/** Everything that a schema of the API's description offers. */
export function fromSchema(schema: Loose): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom<unknown[]>(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromSchema));
  switch (schema.type) {
    case 'string':
      return textFrom(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum, max: Math.min(schema.maximum, 2 ** 31 - 1) });
    case 'number':
      if (schema.multipleOf)
        return fc
          .integer({ min: schema.minimum / schema.multipleOf, max: schema.maximum / schema.multipleOf })
          .map((count) => count * schema.multipleOf);
      return fc.double({ min: schema.minimum, max: schema.maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const lengths = { minLength: schema.minItems, maxLength: Math.min(schema.maxItems ?? 3, 3) };
      const item = fromSchema(schema.items);
      if (!schema.uniqueItems) return fc.array(item, lengths);
      return fc.uniqueArray(item, { ...lengths, selector: (one) => JSON.stringify(one) });
    }
    case 'object':
      return fc
        .record(
          Object.fromEntries(
            Object.entries<Loose>(schema.properties).map(([name, inner]) => [name, fromSchema(inner)]),
          ),
          { requiredKeys: schema.required ?? [] },
        )
        .filter((value) => Object.keys(value).length >= (schema.minProperties ?? 0));
    default:
      throw new Error(`Nobody knows how to make ${JSON.stringify(schema)}.`);
  }
}

function textFrom({ pattern, format, minLength = 0, maxLength = 100 }: Loose): fc.Arbitrary<string> {
  if (format === 'date') return dayFrom;
  // What fast-check cannot make of a pattern is made by chance and sifted.
  if (pattern?.includes('\\p{'))
    return fc
      .string({ unit: 'grapheme-composite', minLength, maxLength: Math.min(maxLength, 40) })
      .filter((text) => text.length <= maxLength && new RegExp(pattern, 'u').test(text));
  if (pattern) return matching(pattern).filter((text) => text.length <= maxLength);
  return fc.string({ unit: 'grapheme', minLength, maxLength }).filter((text) => text.length <= maxLength);
}

const known = new Map<string, fc.Arbitrary<string>>();

/** Each pattern is taken apart once. */
function matching(pattern: string): fc.Arbitrary<string> {
  const made = known.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  known.set(pattern, made);
  return made;
}

const dayFrom = fc
  .date({ min: new Date('2021-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
