import { redirect } from '@sveltejs/kit';
import { session } from '#lib/auth/session.svelte.ts';

/** The start is wherever this person's work begins. */
export async function load() {
  await session.start().catch(() => undefined);
  redirect(307, session.caller ? session.home : '/sign-in');
}
