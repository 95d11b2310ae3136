import * as z from 'zod/mini';
import { IdempotencyKey } from '../domain/command.ts';
import { FieldChange } from '../domain/history.ts';
import { importOutcomes } from '../domain/importRows.ts';
import { refusalCodes } from '../domain/refusal.ts';
import { nothing } from './route.ts';

/** Rows to import, so many at most; a dry run only tells what would be. */
export const importOf = <Row extends z.ZodMiniType>(row: Row, most: number) =>
  z.extend(nothing, {
    body: z.strictObject({
      idempotencyKey: IdempotencyKey,
      isDryRun: z.boolean(),
      rows: z.array(row).check(z.minLength(1), z.maxLength(most)),
    }),
  });

/** What became of a row, or would become of it: what it changes, or why it is not done. */
export const RowOutcome = z.strictObject({
  outcome: z.enum(importOutcomes),
  changes: z.optional(z.array(FieldChange)),
  refused: z.optional(
    z.strictObject({ code: z.enum(refusalCodes), field: z.optional(z.string()), detail: z.string() }),
  ),
});
