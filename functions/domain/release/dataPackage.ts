import * as z from 'zod/mini';

const Category = z.strictObject({ value: z.string(), label: z.string() });

const Field = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'yearmonth', 'number']),
  title: z.string(),
  description: z.string(),
  categories: z.optional(z.array(Category)),
  constraints: z.optional(z.strictObject({ required: z.optional(z.boolean()) })),
});

/** A figure as the dictionary tells it. */
const ToldFigure = z.strictObject({
  name: z.string(),
  title: z.record(z.string(), z.string()),
  unit: z.string(),
  /** `flow`: added up since the programme began. `level`: the state at a month's end. `month`: of that month alone. */
  kind: z.enum(['flow', 'level', 'month']),
  isAboutPeople: z.boolean(),
});

const Resource = z.strictObject({
  name: z.string(),
  path: z.string(),
  title: z.string(),
  format: z.string(),
  mediatype: z.string(),
  encoding: z.literal('utf-8'),
  type: z.optional(z.literal('table')),
  schema: z.optional(
    z.strictObject({
      fields: z.array(Field),
      missingValues: z.array(z.string()),
      primaryKey: z.array(z.string()),
    }),
  ),
});

/** What there is to know of a release's files, as a Data Package describes it (datapackage.org, version 2.0). */
export const DataPackage = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string(),
  id: z.string(),
  title: z.string(),
  description: z.string(),
  homepage: z.string(),
  version: z.string(),
  created: z.string(),
  licenses: z.array(z.strictObject({ name: z.string(), path: z.string(), title: z.string() })),
  contributors: z.array(z.strictObject({ title: z.string(), roles: z.array(z.string()) })),
  sources: z.array(z.strictObject({ title: z.string() })),
  resources: z.array(Resource),
  figures: z.array(ToldFigure),
});
export type DataPackage = z.infer<typeof DataPackage>;
