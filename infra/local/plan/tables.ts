import * as z from 'zod';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY']),
    NonKeyAttributes: z.optional(z.array(z.string())),
  }),
});

/** `AWS::DynamoDB::GlobalTable`; replicas and encryption are AWS's own care and mean nothing to one file on a disk. */
const Properties = z.strictObject({
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  KeySchema,
  GlobalSecondaryIndexes: z.optional(z.array(Index)),
  TimeToLiveSpecification: z.optional(
    z.strictObject({ AttributeName: z.string(), Enabled: z.literal(true) }),
  ),
  Replicas: unused,
  SSESpecification: unused,
});

/** A table as DynamoDB's CreateTable takes it, and as UpdateTimeToLive does where its items expire. */
export type TablePlan = Omit<z.infer<typeof Properties>, 'Replicas' | 'SSESpecification'> & {
  TableName: string;
};

/** The tables of the template; a table's local name is its logical id. */
export function readTables(reader: TemplateReader): TablePlan[] {
  return reader.take('AWS::DynamoDB::GlobalTable', Properties).map(({ logicalId, properties }) => {
    const { Replicas: _, SSESpecification: __, ...plan } = properties;
    return { TableName: logicalId, ...plan };
  });
}
