import type { Caller, Role } from './caller.ts';
import type { RegionCode } from './countryPack.ts';
import { ensure } from './refusal.ts';

/** Everything that may be asked for. */
export const actions = [
  'readProgress',
  'readFacility',
  'registerFacility',
  'importFacilities',
  'editFacility',
  'changeStage',
  'correctStage',
  'moveFacility',
  'adoptSolution',
  'checkReadiness',
  'readWarehouse',
  'registerWarehouse',
  'editWarehouse',
  'readSolution',
  'writeSolution',
  'readPlan',
  'writePlan',
  'writeMilestone',
  'readReport',
  'writeReport',
  'reviewReport',
  'readHistory',
  'readDonation',
  'writeDonation',
  'traceDonation',
  'readEquipment',
  'planEquipment',
  'moveEquipment',
  'confirmEquipment',
  'importEquipment',
  'readTraining',
  'writeTraining',
  'mergeTraining',
  'importTraining',
  'readPerson',
  'writePerson',
  'chooseReminders',
  'readRelease',
  'makeRelease',
] as const;
export type Action = (typeof actions)[number];

/** How far a permission reaches: everywhere, the manager's regions, the donor's own records, or the head's own facility. */
type Reach = 'country' | 'regions' | 'own';

const permissions: Record<Role, Partial<Record<Action, Reach>>> = {
  manager: {
    readProgress: 'regions',
    readFacility: 'regions',
    editFacility: 'regions',
    changeStage: 'regions',
    moveFacility: 'regions',
    adoptSolution: 'regions',
    checkReadiness: 'regions',
    readWarehouse: 'regions',
    registerWarehouse: 'regions',
    editWarehouse: 'regions',
    readSolution: 'country',
    writeSolution: 'regions',
    readPlan: 'country',
    writePlan: 'regions',
    readReport: 'regions',
    reviewReport: 'regions',
    readHistory: 'regions',
    readDonation: 'country',
    writeDonation: 'regions',
    traceDonation: 'regions',
    readEquipment: 'regions',
    planEquipment: 'regions',
    moveEquipment: 'regions',
    confirmEquipment: 'regions',
    importEquipment: 'regions',
    readRelease: 'country',
    makeRelease: 'regions',
    readTraining: 'regions',
    writeTraining: 'regions',
    mergeTraining: 'regions',
    importTraining: 'regions',
  },
  donor: {
    readProgress: 'country',
    readSolution: 'country',
    readPlan: 'country',
    readDonation: 'own',
    readEquipment: 'own',
    readRelease: 'country',
  },
  head: {
    readProgress: 'country',
    readFacility: 'own',
    checkReadiness: 'own',
    readSolution: 'country',
    readPlan: 'country',
    readReport: 'own',
    writeReport: 'own',
    readHistory: 'own',
    readEquipment: 'own',
    confirmEquipment: 'own',
    chooseReminders: 'own',
    readRelease: 'country',
    readTraining: 'own',
    writeTraining: 'own',
  },
  admin: {
    readProgress: 'country',
    readFacility: 'country',
    registerFacility: 'country',
    importFacilities: 'country',
    editFacility: 'country',
    changeStage: 'country',
    correctStage: 'country',
    moveFacility: 'country',
    adoptSolution: 'country',
    checkReadiness: 'country',
    readWarehouse: 'country',
    registerWarehouse: 'country',
    editWarehouse: 'country',
    readSolution: 'country',
    writeSolution: 'country',
    readPlan: 'country',
    writePlan: 'country',
    writeMilestone: 'country',
    readReport: 'country',
    readHistory: 'country',
    readDonation: 'country',
    writeDonation: 'country',
    readEquipment: 'country',
    planEquipment: 'country',
    moveEquipment: 'country',
    confirmEquipment: 'country',
    importEquipment: 'country',
    readTraining: 'country',
    writeTraining: 'country',
    mergeTraining: 'country',
    importTraining: 'country',
    readPerson: 'country',
    writePerson: 'country',
    readRelease: 'country',
  },
};

/** Where something is and whose it is, as far as permissions need to know it. */
export interface Place {
  /** Undefined for what belongs to no region. */
  region?: RegionCode;
  /** Another region in which it is read, and no more than that. */
  readIn?: RegionCode;
  facilityId?: string;
  /** The donors whose aid it is. */
  donorIds?: string[];
}

/** The place of what belongs to the country as a whole: a manager of some regions does not reach it. */
export const nation: Place = {};

/** Whether the caller may do this at this place; without one, whether anywhere beyond an own record. */
export function may(caller: Caller, action: Action, place?: Place): boolean {
  const reach = permissions[caller.role][action];
  if (!reach || reach === 'country') return reach !== undefined;
  if (!place) return reach === 'regions';
  if (reach === 'own') return isOwn(caller, place);
  return isInRegions(caller, place.region) || (isReading(action) && isInRegions(caller, place.readIn));
}

function isOwn({ facilityId, donorId }: Caller, place: Place): boolean {
  return (
    (facilityId !== undefined && facilityId === place.facilityId) ||
    (donorId !== undefined && (place.donorIds ?? []).includes(donorId))
  );
}

function isInRegions({ regions = [] }: Caller, region: RegionCode | undefined): boolean {
  return regions === 'all' || (region !== undefined && regions.includes(region));
}

/** The record that each action is about, as its 404 names it, and the action by which one sees such a record at all. */
const records: Record<Action, { name: string; seenBy: Action }> = {
  readProgress: { name: 'progress', seenBy: 'readProgress' },
  readFacility: { name: 'facility', seenBy: 'readFacility' },
  registerFacility: { name: 'facility', seenBy: 'readFacility' },
  importFacilities: { name: 'facility', seenBy: 'readFacility' },
  editFacility: { name: 'facility', seenBy: 'readFacility' },
  changeStage: { name: 'facility', seenBy: 'readFacility' },
  correctStage: { name: 'facility', seenBy: 'readFacility' },
  moveFacility: { name: 'facility', seenBy: 'readFacility' },
  adoptSolution: { name: 'facility', seenBy: 'readFacility' },
  checkReadiness: { name: 'facility', seenBy: 'readFacility' },
  readWarehouse: { name: 'warehouse', seenBy: 'readWarehouse' },
  registerWarehouse: { name: 'warehouse', seenBy: 'readWarehouse' },
  editWarehouse: { name: 'warehouse', seenBy: 'readWarehouse' },
  readSolution: { name: 'solution', seenBy: 'readSolution' },
  writeSolution: { name: 'solution', seenBy: 'readSolution' },
  readPlan: { name: 'plan', seenBy: 'readPlan' },
  writePlan: { name: 'plan', seenBy: 'readPlan' },
  writeMilestone: { name: 'milestone', seenBy: 'readPlan' },
  readReport: { name: 'report', seenBy: 'readReport' },
  writeReport: { name: 'report', seenBy: 'readReport' },
  reviewReport: { name: 'report', seenBy: 'readReport' },
  readHistory: { name: 'history', seenBy: 'readHistory' },
  readDonation: { name: 'donation', seenBy: 'readDonation' },
  writeDonation: { name: 'donation', seenBy: 'readDonation' },
  traceDonation: { name: 'donation', seenBy: 'readDonation' },
  readEquipment: { name: 'equipment', seenBy: 'readEquipment' },
  planEquipment: { name: 'place', seenBy: 'readEquipment' },
  moveEquipment: { name: 'equipment', seenBy: 'readEquipment' },
  confirmEquipment: { name: 'equipment', seenBy: 'readEquipment' },
  importEquipment: { name: 'equipment', seenBy: 'readEquipment' },
  readTraining: { name: 'training session', seenBy: 'readTraining' },
  writeTraining: { name: 'training session', seenBy: 'readTraining' },
  mergeTraining: { name: 'training session', seenBy: 'readTraining' },
  importTraining: { name: 'training session', seenBy: 'readTraining' },
  readPerson: { name: 'person', seenBy: 'readPerson' },
  writePerson: { name: 'person', seenBy: 'readPerson' },
  chooseReminders: { name: 'account', seenBy: 'chooseReminders' },
  readRelease: { name: 'release', seenBy: 'readRelease' },
  makeRelease: { name: 'release', seenBy: 'readRelease' },
};

// By its name, and not by the table above: that is for refusals, which the browser does not make.
const isReading = (action: Action): boolean => action.startsWith('read');

/** Refuses what is not there, in the very words in which what may not be seen is refused. */
export function ensureFound<Found>(found: Found | undefined, action: Action): asserts found is Found {
  ensure(found, 'notFound', `There is no such ${records[action].name}.`);
}

/** Refuses what the caller may not do: as missing when the record may not even be seen, as forbidden otherwise. */
export function ensureMay(caller: Caller, action: Action, place?: Place): void {
  if (may(caller, action, place)) return;
  ensureFound(!place || may(caller, records[action].seenBy, place) || undefined, action);
  ensure(false, 'forbidden', 'Your role may not do this.');
}

/** The regions of a country that the caller may see in full. */
export function visibleRegions(caller: Caller, all: RegionCode[]): RegionCode[] {
  return caller.role === 'manager' ? all.filter((region) => isInRegions(caller, region)) : all;
}
