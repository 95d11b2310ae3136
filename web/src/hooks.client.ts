import type { HandleClientError } from '@sveltejs/kit/hooks';
import { failureOf } from '#lib/api/errors.ts';

/** Why a page could not be shown, for the error page to say; what no code foresaw goes to the console. */
export const handleError: HandleClientError = (caught) => {
  if (caught.kind !== 'unknown') return undefined;
  const failure = failureOf(caught.error);
  if (failure === 'crash') reportError(caught.error);
  return { failure };
};
