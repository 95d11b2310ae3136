import type { Scope } from '../contribution.ts';

/**
 * How many facilities have anything of each figure about people in a scope, by its name: what is of one or two of them is told
 * to nobody outside. It is read when a release is made.
 */
export const reportersScope = (scope: Scope): Scope => `reporters:${scope}`;

/** Whether a scope counts those who have anything of another one's figures. */
export const isOfReporters = (scope: Scope): boolean => scope.startsWith('reporters:');

/**
 * A facility reports once a month, but its people may come to several training sessions: sums of sessions do not say how many
 * facilities those are of. So facilities fall into groups by their codes, and sessions are counted for each. Of how many groups
 * there was anybody is never more than the number of facilities, and with a few facilities hardly less.
 */
export const groupLetters = [...'abcdefghijklmnop'];

/** The name under which the sessions are counted to which a group of facilities sent any of a figure's people. */
export const groupFigure = (figure: string, group: number): string => `${figure}.group${group}`;

/** The figures of training about people, by what rows of progress keep them under. */
const attended = { attendances: 'va', newToSolution: 'vn', workersTrained: 'vw' } as const;

/** Counts of groups as they are stored; they are told to nobody, and are no figures of a dashboard. */
export const groupFigures = Object.entries(attended).flatMap(([figure, key]) =>
  groupLetters.map((letter, group) => ({ name: groupFigure(figure, group), key: `${key}${letter}` })),
);

/** The group of a facility: codes that follow each other are of different ones. */
export function groupOf(facilityId: string): number {
  let sum = 0;
  for (const letter of facilityId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % groupLetters.length;
}
