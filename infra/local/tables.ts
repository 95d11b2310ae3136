import * as z from 'zod';

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
export const TableProperties = z.strictObject({
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  KeySchema,
  GlobalSecondaryIndexes: z.optional(z.array(Index)),
  Replicas: z.unknown(),
  SSESpecification: z.unknown(),
});

/** A table as DynamoDB's CreateTable takes it. */
export type TablePlan = Omit<z.infer<typeof TableProperties>, 'Replicas' | 'SSESpecification'> & {
  TableName: string;
};

/** The CreateTable input for a table of the template; its local name is its logical id. */
export function tablePlan(logicalId: string, properties: z.infer<typeof TableProperties>): TablePlan {
  return {
    TableName: logicalId,
    AttributeDefinitions: properties.AttributeDefinitions,
    BillingMode: properties.BillingMode,
    KeySchema: properties.KeySchema,
    GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes,
  };
}
