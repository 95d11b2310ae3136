// Loaded by every dashboard: nothing of a schema is in here.

/** Why somebody should look at a facility: what a solution lacks there was to be looked at again, or nobody there can use its equipment. */
export const facilityConcerns = ['nobodyTrained', 'readinessGap'] as const;
export type FacilityConcern = (typeof facilityConcerns)[number];

/** The levels of live facilities by whether their reports confirm them; those that are neither are stale. */
export const confirmationFigures = {
  confirmed: 'facilitiesLiveConfirmed',
  neverReported: 'facilitiesLiveNeverReported',
} as const;

/** The level of facilities that somebody should look at, such as `facilitiesReadinessGap`. */
export function facilityConcernFigure(concern: FacilityConcern): string {
  return `facilities${concern.charAt(0).toUpperCase()}${concern.slice(1)}`;
}
