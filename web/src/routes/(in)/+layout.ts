import { redirect } from '@sveltejs/kit';
import { SignedOut } from '#lib/api/errors.ts';
import { session } from '#lib/auth/session.svelte.ts';
import { signInFrom } from '#lib/auth/signInFrom.ts';
import type { LayoutLoad } from './$types';

/** Pages in this group are for people who are signed in; others sign in first and come back to where they wanted to be. */
export const load: LayoutLoad = async ({ url }) => {
  try {
    await session.start();
  } catch (error) {
    if (error instanceof SignedOut) redirect(307, signInFrom(url, true));
    throw error;
  }
  if (!session.caller) redirect(307, signInFrom(url));
  return { caller: session.caller };
};
