import { m } from 'virtual:messages';
import type { Language } from '#functions/domain/names.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { SuspensionReason } from '#functions/domain/facility/facility.ts';
import type { FacilityLink, FacilityProfile } from '#functions/domain/facility/facilityProfile.ts';
import type { SolutionStatus } from '#functions/domain/solution/solution.ts';
import { named } from '#lib/i18n/format.ts';

/* Words for the codes that records are kept with. */

export const connectivityWords: Record<FacilityProfile['connectivity'], () => string> = {
  none: m.connectivityNone,
  mobile: m.connectivityMobile,
  satellite: m.connectivitySatellite,
  broadband: m.connectivityBroadband,
};

export const powerWords: Record<FacilityProfile['power'], () => string> = {
  grid: m.powerGrid,
  gridWithBackup: m.powerGridWithBackup,
  unreliable: m.powerUnreliable,
};

/** What another facility is to one. */
export const linkWords: Record<FacilityLink['kind'], () => string> = {
  givesConsultations: m.linkGivesConsultations,
  takesReferrals: m.linkTakesReferrals,
  sharesRecords: m.linkSharesRecords,
  ambulanceStation: m.linkAmbulanceStation,
};

export const suspensionWords: Record<SuspensionReason, () => string> = {
  occupied: m.suspendedOccupied,
  fighting: m.suspendedFighting,
  evacuated: m.suspendedEvacuated,
  noPower: m.suspendedNoPower,
  noInternet: m.suspendedNoInternet,
  repair: m.suspendedRepair,
  closed: m.suspendedClosed,
};

export const solutionWords: Record<SolutionStatus, () => string> = {
  preparing: m.statusPreparing,
  operating: m.statusOperating,
  retired: m.statusRetired,
};

/** In which language a name is, as it follows the word. */
export const inLanguage: Record<Language, () => string> = {
  en: m.inEnglish,
  uk: m.inUkrainian,
  be: m.inBelarusian,
  ru: m.inRussian,
};

/** The parts of what is known of a facility, a warehouse, a solution, a donor, a donation, a consignment, a person and a training session. */
export const fieldWords: Partial<Record<string, () => string>> = {
  names: m.fieldNames,
  type: m.facilityType,
  settlement: m.fieldSettlement,
  coordinates: m.factCoordinates,
  population: m.factPopulation,
  populationOn: m.populationOn,
  populationSource: m.populationSource,
  connectivity: m.factConnectivity,
  power: m.factPower,
  externalCodes: m.factCodes,
  links: m.links,
  locationPolicy: m.shownOutside,
  keeper: m.keeper,
  closedOn: m.closedOn,
  supplier: m.supplier,
  capability: m.capability,
  equipmentTypes: m.equipmentNeeded,
  indicators: m.showsUse,
  formerTerms: m.termsSince,
  kind: m.donorKind,
  title: m.donationTitle,
  reference: m.donationReference,
  organisationType: m.iatiOrganisationType,
  iati: m.iatiFields,
  pledgedOn: m.pledgedOn,
  agreedOn: m.agreedOn,
  endsOn: m.endsOn,
  organisations: m.organisations,
  currency: m.currency,
  lines: m.donationLines,
  serialNumbers: m.serialNumbers,
  orderNumber: m.orderNumber,
  accountableUntil: m.accountableUntil,
  note: m.note,
  name: m.personName,
  email: m.personEmail,
  role: m.personRole,
  regions: m.personRegions,
  facilityId: m.personFacility,
  donorId: m.personDonor,
  language: m.personLanguage,
  reminders: m.reminders,
  undeliverable: m.lettersReturn,
  day: m.trainingDay,
  solutionId: m.trainingSubject,
  topic: m.trainingTopic,
  provider: m.trainingProvider,
  mode: m.trainingMode,
  hours: m.trainingHours,
  host: m.trainingHost,
};

/** A region's name; its code where the country does not have it any more. */
export function regionName(code: string, { regions }: Pick<CountryPack, 'regions'>): string {
  const region = regions.find((known) => known.code === code);
  return region ? named(region.names) : code;
}
