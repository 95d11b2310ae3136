// What screens keep to as well, without the schemas.

/** A value may be money in cents. */
export const mostTargetValue = 1_000_000_000_000;
export const mostTargetDays = 40;
export const longestFigure = 80;
