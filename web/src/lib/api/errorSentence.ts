import { m } from 'virtual:messages';
import { failureOf, type Failure } from './errors.ts';

const sentences: Record<Failure, () => string> = {
  noNetwork: m.failedNoNetwork,
  signedOut: m.signInAgain,
  forbidden: m.failedForbidden,
  notFound: m.notFoundText,
  server: m.failedServer,
  refused: m.failedOther,
  crash: m.crashText,
};

/** What to tell the reader about something that was thrown. */
export function sentenceOf(error: unknown): string {
  return sentences[failureOf(error)]();
}
