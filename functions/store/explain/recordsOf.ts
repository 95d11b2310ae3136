import { consignmentStep } from './consignmentSteps.ts';
import type { Opened, Step } from './counted.ts';
import { facilityStep } from './facilitySteps.ts';
import { donationStep, solutionStep } from './nationSteps.ts';
import { reportStep } from './reportSteps.ts';

/** How the records of each kind are found. */
const steps: Record<Opened['explained']['source'], (opened: Opened) => Promise<Step>> = {
  facility: facilityStep,
  monthlyReport: reportStep,
  consignment: consignmentStep,
  donation: donationStep,
  solution: solutionStep,
};

/**
 * The records that a figure is the sum of in one row, a page at a time: each is read and counted anew, by what progress is
 * made of. The nation's own row has only what belongs to no region.
 */
export function recordsOf(opened: Opened): Promise<Step> {
  const { source } = opened.explained;
  const isOfNation = source === 'donation' || source === 'solution';
  if (isOfNation !== (opened.at.row === opened.pack.country))
    return Promise.resolve({ records: [], places: [] });
  return steps[source](opened);
}
