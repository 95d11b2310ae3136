import { session } from '#lib/auth/session.svelte.ts';

/** Signs out: what was kept of the person's answers goes, figures that were not sent stay for when they are back. */
export async function signOut(): Promise<void> {
  const { forgetAnswers } = await import('#lib/api/answerCache.ts');
  // Where nothing can be kept, nothing is.
  await forgetAnswers().catch(reportError);
  await session.end();
}
