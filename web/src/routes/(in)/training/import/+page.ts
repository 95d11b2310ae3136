import { error } from '@sveltejs/kit';
import { may } from '#functions/domain/permissions.ts';
import type { PageLoad } from './$types';
import { enterable } from '../enterable.ts';

export const load: PageLoad = async ({ parent }) => {
  const { caller } = await parent();
  if (!may(caller, 'importTraining')) error(403);
  return { ...(await enterable(caller)), back: '/training' };
};
