/** The address that a label leads to, on the origin that the page is of. */
export const traceUrl = (traceId: string): string => `${location.origin}/trace/${traceId}`;
