import { redirect } from '@sveltejs/kit';
import { session } from '#lib/auth/session.svelte.ts';
import { languageIn } from '#lib/auth/tokenClaims.ts';
import { storedTokens } from '#lib/auth/tokenStore.ts';
import { followAccount } from '#lib/i18n/language.ts';
import type { PageLoad } from './$types';

/** Where the provider sends people back to; they go on to the page they wanted, or to where their work begins. */
export const load: PageLoad = async ({ url }) => {
  const { comeBack } = await import('#lib/auth/identity.ts');
  const to = await comeBack(url);
  const { access } = storedTokens() ?? {};
  const accountLanguage = access && languageIn(access);
  // Where nobody has chosen on this device, the screens speak the account's language: the app starts anew in it.
  if (accountLanguage && followAccount(accountLanguage)) {
    location.replace(to);
    await new Promise(() => undefined);
  }
  await session.refresh();
  redirect(307, /^\/(start)?$/.test(to) ? session.home : to);
};
