import type { RefusalCode } from '../../domain/refusal.ts';
import { refusalIn } from './problem.ts';

/** Why a row was not done. */
interface Refused {
  refused: { code: RefusalCode; detail: string };
}

/**
 * Does a larger piece of work as small transactions, each under its own key `<key>-<position>`, and tells of every row
 * what became of it. Whoever asks again after a lost answer resumes where it broke off. Only a bug ends it early.
 */
export async function eachOf<Row, Done>(
  rows: Row[],
  key: string,
  command: (row: Row, idempotencyKey: string) => Promise<Done>,
): Promise<(Row & (Done | Refused))[]> {
  const outcomes: (Row & (Done | Refused))[] = [];
  for (const [position, row] of rows.entries())
    outcomes.push({ ...row, ...(await command(row, `${key}-${position}`).catch(asRefused)) });
  return outcomes;
}

function asRefused(error: unknown): Refused {
  const refusal = refusalIn(error);
  if (!refusal) throw error;
  return { refused: { code: refusal.code, detail: refusal.message } };
}
