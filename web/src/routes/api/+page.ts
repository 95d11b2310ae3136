import { aboutApi } from 'virtual:api/about';
import { session } from '#lib/auth/session.svelte.ts';
import { chaptersOf, isDocument, recordsOf } from './reading.ts';

/** Open to all; whoever is signed in sees their own menu above. */
export function load() {
  session.start().catch(() => undefined);
  return { description: description() };
}

async function description() {
  const { body } = await aboutApi.openapi({});
  if (!isDocument(body)) throw new Error('This is not a description of an API.');
  return { chapters: chaptersOf(body), records: recordsOf(body) };
}
