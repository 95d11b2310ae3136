import { consignmentStep } from './consignmentSteps.ts';
import type { Opened, Step } from './counted.ts';
import { facilityStep } from './facilitySteps.ts';
import { donationStep, solutionStep } from './nationSteps.ts';
import { reportStep } from './reportSteps.ts';
import { trainingStep } from './trainingSteps.ts';

/** How the records of each kind are found. */
const steps: Record<Opened['explained']['source'], (opened: Opened) => Promise<Step>> = {
  facility: facilityStep,
  monthlyReport: reportStep,
  consignment: consignmentStep,
  donation: donationStep,
  solution: solutionStep,
  trainingSession: trainingStep,
};

const onlyOfNation: Opened['explained']['source'][] = ['donation', 'solution'];
const ofNation: Opened['explained']['source'][] = [...onlyOfNation, 'trainingSession'];

/**
 * The records that a figure is the sum of in one row, a page at a time: each is read and counted anew, by what progress is
 * made of. The nation's own row has only what belongs to no region.
 */
export function recordsOf(opened: Opened): Promise<Step> {
  const { source } = opened.explained;
  const isNation = opened.at.row === opened.pack.country;
  const isCounted = isNation ? ofNation.includes(source) : !onlyOfNation.includes(source);
  if (!isCounted) return Promise.resolve({ records: [], places: [] });
  return steps[source](opened);
}
