/** Where each of at most five steps of shading begins, lowest first; every step holds about as many different values. */
export function stepsOf(values: number[]): number[] {
  const different = [...new Set(values.filter((value) => value > 0))].sort((a, b) => a - b);
  const starts = [0, 1, 2, 3, 4].map((step) => different[Math.floor((step * different.length) / 5)]);
  return [...new Set(starts.filter((start) => start !== undefined))];
}

/** Whole percents of reports that are in. */
export const shareSteps = [1, 60, 80, 90, 100];

/** The step of a value, 1 to 5, the highest always 5; undefined where there is nothing. */
export function stepAt(starts: number[], value: number | undefined): number | undefined {
  if (!value || value <= 0 || starts.length === 0) return undefined;
  const index = Math.max(
    0,
    starts.findLastIndex((start) => start <= value),
  );
  return 5 - starts.length + index + 1;
}

/** The values of each step, for the legend; the last has no end. Values differ by `grain` at least. */
export function rangesOf(starts: number[], grain = 1): { step: number; from: number; to?: number }[] {
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return {
      step: 5 - starts.length + index + 1,
      from,
      ...(next !== undefined && { to: Math.round((next - grain) / grain) / (1 / grain) }),
    };
  });
}
