import type { Donation } from '../equipment/donation.ts';
import type { Donor, DonorProfile } from '../equipment/donor.ts';
import type { FlowType } from './codeLists.ts';
import type { OrganisationType } from './organisationTypes.ts';
import type { IatiTerms } from './terms.ts';

/** What donors of a kind usually are, and what their money usually is. */
const usual: Record<DonorProfile['kind'], { organisationType: OrganisationType; flowType: FlowType }> = {
  government: { organisationType: '10', flowType: '10' },
  multilateral: { organisationType: '40', flowType: '10' },
  nongovernmental: { organisationType: '21', flowType: '30' },
  foundation: { organisationType: '60', flowType: '30' },
  company: { organisationType: '70', flowType: '30' },
  other: { organisationType: '90', flowType: '30' },
};

/** What an activity is said to be, all of it. */
export type ActivityTerms = Required<Omit<IatiTerms, 'activityId' | 'flowType'>> &
  Pick<IatiTerms, 'flowType'>;

/** What is usual of equipment for telemedicine: medical services, towards health care for all, an untied grant. */
export const usualTerms: ActivityTerms = {
  sectors: [{ code: '12191', percentage: 100 }],
  sdgTargets: ['3.8'],
  policyMarkers: [],
  financeType: '110',
  aidType: 'C01',
  tiedStatus: '5',
};

/** What a donor is to IATI: as it is said to be, or else as its kind usually is. */
export function organisationTypeOf({
  kind,
  organisationType,
}: Pick<DonorProfile, 'kind' | 'organisationType'>): OrganisationType {
  return organisationType ?? usual[kind].organisationType;
}

/** What the money of donors of a kind usually is. */
export const usualFlowType = (kind: DonorProfile['kind']): FlowType => usual[kind].flowType;

/** What a donation is said to be; where nothing is said, as is usual. */
export function termsOfDonation({ iati = {} }: Donation, { kind }: Donor): ActivityTerms {
  const { activityId: _, ...said } = iati;
  return { ...usualTerms, flowType: usualFlowType(kind), ...said };
}
