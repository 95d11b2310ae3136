import { m } from 'virtual:messages';
import type {
  FlowType,
  SectorCode,
  aidTypes,
  financeTypes,
  policyMarkers,
  sdgTargets,
  significances,
  tiedStatuses,
} from '#functions/domain/iati/codeLists.ts';
import type { OrganisationType } from '#functions/domain/iati/organisationTypes.ts';

/* Words for the codes of IATI's lists. */

type Words<Codes extends readonly string[]> = Record<Codes[number], () => string>;

export const organisationTypeWords: Record<OrganisationType, () => string> = {
  '10': m.iatiType10,
  '11': m.iatiType11,
  '15': m.iatiType15,
  '21': m.iatiType21,
  '22': m.iatiType22,
  '23': m.iatiType23,
  '24': m.iatiType24,
  '30': m.iatiType30,
  '40': m.iatiType40,
  '60': m.iatiType60,
  '70': m.iatiType70,
  '80': m.iatiType80,
  '90': m.iatiType90,
};

export const sectorWords: Record<SectorCode, () => string> = {
  '12110': m.iatiSector12110,
  '12181': m.iatiSector12181,
  '12191': m.iatiSector12191,
  '12196': m.iatiSector12196,
  '12220': m.iatiSector12220,
  '12230': m.iatiSector12230,
  '12281': m.iatiSector12281,
  '22040': m.iatiSector22040,
  '72010': m.iatiSector72010,
};

export const targetWords: Words<typeof sdgTargets> = {
  '3.1': m.iatiTarget31,
  '3.2': m.iatiTarget32,
  '3.8': m.iatiTarget38,
  '3.c': m.iatiTarget3c,
  '3.d': m.iatiTarget3d,
};

export const markerWords: Words<typeof policyMarkers> = {
  '1': m.iatiMarker1,
  '9': m.iatiMarker9,
  '11': m.iatiMarker11,
};

export const significanceWords: Words<typeof significances> = {
  '0': m.iatiSignificance0,
  '1': m.iatiSignificance1,
  '2': m.iatiSignificance2,
};

export const flowWords: Record<FlowType, () => string> = {
  '10': m.iatiFlow10,
  '20': m.iatiFlow20,
  '30': m.iatiFlow30,
};

export const financeWords: Words<typeof financeTypes> = { '110': m.iatiFinance110, '421': m.iatiFinance421 };

export const aidWords: Words<typeof aidTypes> = {
  C01: m.iatiAidC01,
  D02: m.iatiAidD02,
  B03: m.iatiAidB03,
};

export const tiedWords: Words<typeof tiedStatuses> = { '3': m.iatiTied3, '4': m.iatiTied4, '5': m.iatiTied5 };
