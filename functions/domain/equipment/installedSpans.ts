import type { Span } from '../solution/adoption.ts';
import type { Consignment } from './consignment.ts';
import { isInstalled, stepsOf } from './standing.ts';

/** When units of the consignment have been installed at a place, whether they worked and were used: what an adoption is made of. */
export function installedSpans(consignment: Pick<Consignment, 'log'>, placeId: string): Span[] {
  const steps = stepsOf(consignment);
  const spans: Span[] = [];
  for (const [index, { event, standing }] of steps.entries()) {
    const until = steps[index + 1]?.event.date;
    if (!isInstalled(standing) || standing.holder?.placeId !== placeId || until === event.date) continue;
    const isFaulty = standing.faultySince !== undefined;
    const isUsed = standing.state === 'inUse' && !standing.unused;
    const last = spans.at(-1);
    const isSame = Boolean(last?.isFaulty) === isFaulty && Boolean(last?.isUsed) === isUsed;
    const goesOn = last?.until === event.date && isSame;
    const from = goesOn ? last.from : event.date;
    if (goesOn) spans.pop();
    spans.push({ from, ...(until && { until }), ...(isFaulty && { isFaulty }), ...(isUsed && { isUsed }) });
  }
  return spans;
}
