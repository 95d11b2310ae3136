// The codes of IATI 2.03 that our records choose from. Without schemas, for the browser's forms.

/** What aid to telemedicine is for, by the DAC's purposes. */
export const sectorCodes = [
  '12110',
  '12181',
  '12191',
  '12196',
  '12220',
  '12230',
  '12281',
  '22040',
  '72010',
] as const;
export type SectorCode = (typeof sectorCodes)[number];

/** Targets of the Sustainable Development Goals for health. */
export const sdgTargets = ['3.1', '3.2', '3.8', '3.c', '3.d'] as const;

/** Aims of policy: gender equality; health of mothers, newborns and children; inclusion of persons with disabilities. */
export const policyMarkers = ['1', '9', '11'] as const;
/** How far an activity has such an aim: not, significantly, or as its principal one. */
export const significances = ['0', '1', '2'] as const;

/** Official development assistance, other official flows, private development finance. */
export const flowTypes = ['10', '20', '30'] as const;
export type FlowType = (typeof flowTypes)[number];

/** A grant, or a loan. */
export const financeTypes = ['110', '421'] as const;

/** A project, technical assistance, or a contribution to pooled programmes. */
export const aidTypes = ['C01', 'D02', 'B03'] as const;

/** Partially tied, tied, untied. */
export const tiedStatuses = ['3', '4', '5'] as const;

/** What identifies something in IATI's registers: what is printed of ASCII, without the signs / & | ? that the rules forbid. */
export const identifierPattern = /^[!-%'-.0->@-{}~]+$/;
