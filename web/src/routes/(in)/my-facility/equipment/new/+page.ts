import { m } from 'virtual:messages';
import { unannouncedForm, type TypedStock } from '#lib/myEquipment/unannounced.ts';
import { keptTyping } from '#lib/offline/keptForm.svelte.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  return {
    kept: await keptTyping<TypedStock>(unannouncedForm),
    title: m.myEquipment(),
    back: '/my-facility',
  };
};
