import { remindersApi } from 'virtual:api/reminders';
import { m } from 'virtual:messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ depends }) => {
  depends('app:my-reminders');
  const { body: own } = await remindersApi.own({});
  return { own, title: m.reminders(), back: '/my-facility' };
};
