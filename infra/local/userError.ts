/** Something the person at the keyboard can mend: shown as one sentence, without a stack trace, and the process exits with 1. */
export class UserError extends Error {
  override name = 'Cannot';
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
