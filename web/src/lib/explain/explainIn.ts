import type { Month } from '#functions/domain/calendar.ts';
import type { Scope } from '#functions/domain/contribution.ts';
import { chainSteps } from '#functions/domain/equipment/chain/chain.ts';
import type { FunnelStep } from '#functions/domain/equipment/chain/useFunnel.ts';
import { reachedUnits, reachedUsd } from '#functions/domain/explain/explained.ts';

/** Where a figure is opened that is not the country's: of equipment, or of a donor. */
export interface ExplainedIn {
  scope: Scope;
  region?: string | undefined;
  month: Month;
}

/** The page that shows what a figure of equipment is the sum of. */
export function explainHref(figure: string, { scope, region, month }: ExplainedIn): string {
  return `/explain?${new URLSearchParams({ figure, month, scope, ...(region && { region }) })}`;
}

const ofMonth = {
  used: { units: 'unitsUsed', usdCents: 'aidUsedUsd' },
  staffed: { units: 'unitsStaffed', usdCents: 'aidStaffedUsd' },
} as const;

/** The same of a step of the use funnel; a pledge has no records but its donations, which are listed. */
export function explainStep(
  step: FunnelStep['step'],
  of: 'units' | 'usdCents',
  opened: ExplainedIn,
  monthOfUse: Month | undefined,
): string | undefined {
  if (step === 'used' || step === 'staffed')
    return monthOfUse && explainHref(ofMonth[step][of], { ...opened, month: monthOfUse });
  const reached = chainSteps.find((one) => one === step);
  return reached && explainHref((of === 'units' ? reachedUnits : reachedUsd)(reached), opened);
}
