import type { Scope } from '../contribution.ts';

/**
 * How many facilities have anything of each figure about people in a scope, by its name: what is of one or two of them is told
 * to nobody outside. It is read when a release is made.
 */
export const reportersScope = (scope: Scope): Scope => `reporters:${scope}`;

/** Whether a scope counts those who have anything of another one's figures. */
export const isOfReporters = (scope: Scope): boolean => scope.startsWith('reporters:');
