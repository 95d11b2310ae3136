/** The value that half of them do not exceed. */
export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** The value that this share of them does not exceed, by nearest rank. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
