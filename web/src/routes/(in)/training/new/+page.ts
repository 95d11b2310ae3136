import type { PageLoad } from './$types';
import { enterable } from '../enterable.ts';

export const load: PageLoad = async ({ parent }) => {
  const { caller } = await parent();
  return { ...(await enterable(caller)), back: '/training' };
};
