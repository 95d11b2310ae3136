import { vi } from 'vitest';

/** Waits until a check holds; how long that takes on a busy machine is no part of what is checked. */
export const eventually = <Answer>(check: () => Answer | Promise<Answer>): Promise<Answer> =>
  vi.waitFor(check, { timeout: 60_000 });
