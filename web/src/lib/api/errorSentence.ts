import { m } from 'virtual:messages';
import { NoNetwork, Refused, SignedOut } from './errors.ts';

/** What to tell the reader about something that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof NoNetwork) return m.failedNoNetwork();
  if (error instanceof SignedOut) return m.signInAgain();
  if (!(error instanceof Refused)) return m.crashText();
  if (error.problem.code === 'forbidden') return m.failedForbidden();
  if (error.problem.code === 'notFound') return m.notFoundText();
  return error.problem.status >= 500 ? m.failedServer() : m.failedOther();
}
