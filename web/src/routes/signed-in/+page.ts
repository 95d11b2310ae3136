import { redirect } from '@sveltejs/kit';
import { session } from '#lib/auth/session.svelte.ts';
import type { PageLoad } from './$types';

/** Where the provider sends people back to; they go on to the page they wanted, or to where their work begins. */
export const load: PageLoad = async ({ url }) => {
  const { comeBack } = await import('#lib/auth/identity.ts');
  const to = await comeBack(url);
  await session.refresh();
  redirect(307, to === '/' ? session.home : to);
};
