import { session } from '#lib/auth/session.svelte.ts';

/** The banner tells sample data from real; signing in itself asks again and says when it cannot. */
export function load(): void {
  session.learnConfig().catch(() => undefined);
}
