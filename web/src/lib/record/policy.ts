import { m } from 'virtual:messages';
import { locationPolicies, type LocationPolicy } from '#functions/domain/countryPack.ts';

/** How exactly a place is shown outside, in words. */
export const policyWords: Record<LocationPolicy, () => string> = {
  exact: m.policyExact,
  settlement: m.policySettlement,
  region: m.policyRegion,
  hidden: m.policyHidden,
};

/** The policy that a form holds; undefined where the place is shown as the country shows all. */
export function typedPolicy(text: string): LocationPolicy | undefined {
  return locationPolicies.find((policy) => policy === text);
}
