import { expect, test } from 'vitest';
import type { Caller, Role } from '../../../functions/domain/caller.ts';
import { actions, ensureMay, may, nation, type Action } from '../../../functions/domain/permissions.ts';

const callers: Record<string, Caller> = {
  'manager of the country': { accountId: 'm', name: 'M', role: 'manager', regions: 'all' },
  'manager of nothing': { accountId: 'n', name: 'N', role: 'manager' },
  'manager of an empty list': { accountId: 'e', name: 'E', role: 'manager', regions: [] },
  'manager of Lviv': { accountId: 'l', name: 'L', role: 'manager', regions: ['UA-46'] },
  'manager of Odesa': { accountId: 'o', name: 'O', role: 'manager', regions: ['UA-51'] },
  'donor partner': { accountId: 'd', name: 'D', role: 'donor', donorId: 'donor-1' },
  'head of the facility': { accountId: 'h', name: 'H', role: 'head', facilityId: 'UA-0001' },
  'head of another': { accountId: 'x', name: 'X', role: 'head', facilityId: 'UA-0002' },
  administrator: { accountId: 'a', name: 'A', role: 'admin' },
};
const facility = { facilityId: 'UA-0001', region: 'UA-46' };

test('who may do what with a facility in Lviv region', () => {
  const matrix = Object.fromEntries(
    Object.entries(callers).map(([who, caller]) => [
      who,
      actions.filter((action) => may(caller, action, facility)).join(' '),
    ]),
  );

  expect(matrix).toEqual({
    'manager of the country':
      'readProgress readFacility editFacility changeStage moveFacility adoptSolution checkReadiness readWarehouse registerWarehouse editWarehouse readSolution writeSolution readPlan writePlan readReport reviewReport readHistory readDonation writeDonation traceDonation readEquipment planEquipment moveEquipment confirmEquipment importEquipment readTraining writeTraining mergeTraining importTraining readRelease makeRelease',
    'manager of nothing': 'readSolution readPlan readDonation readRelease',
    'manager of an empty list': 'readSolution readPlan readDonation readRelease',
    'manager of Lviv':
      'readProgress readFacility editFacility changeStage moveFacility adoptSolution checkReadiness readWarehouse registerWarehouse editWarehouse readSolution writeSolution readPlan writePlan readReport reviewReport readHistory readDonation writeDonation traceDonation readEquipment planEquipment moveEquipment confirmEquipment importEquipment readTraining writeTraining mergeTraining importTraining readRelease makeRelease',
    'manager of Odesa': 'readSolution readPlan readDonation readRelease',
    'donor partner': 'readProgress readSolution readPlan readRelease',
    'head of the facility':
      'readProgress readFacility checkReadiness readSolution readPlan readReport writeReport readHistory readEquipment confirmEquipment readTraining writeTraining chooseReminders readRelease',
    'head of another': 'readProgress readSolution readPlan readRelease',
    administrator:
      'readProgress readFacility registerFacility importFacilities editFacility changeStage correctStage moveFacility adoptSolution checkReadiness readWarehouse registerWarehouse editWarehouse readSolution writeSolution readPlan writePlan writeMilestone readReport readHistory readDonation writeDonation readEquipment planEquipment moveEquipment confirmEquipment importEquipment readTraining writeTraining mergeTraining importTraining readPerson writePerson readRelease',
  });
});

test('what one may not see is missing, what one may only see is forbidden', () => {
  const refused = (who: Caller | undefined, place = facility) => {
    try {
      if (who) ensureMay(who, 'reviewReport', place);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  expect(refused(callers['head of another'])).toMatchObject({ code: 'notFound' });
  expect(refused(callers['manager of Odesa'])).toMatchObject({ code: 'notFound' });
  expect(refused(callers['head of the facility'])).toMatchObject({ code: 'forbidden' });
  expect(refused(callers['manager of Lviv'])).toBeUndefined();
});

test('a report of another region’s month is read where its facility is now, and decided on where it was made', () => {
  const report = { facilityId: 'UA-0001', region: 'UA-51', readIn: 'UA-46' };
  const of = (who: string) => actions.filter((action) => callers[who] && may(callers[who], action, report));

  expect(of('manager of Lviv')).toEqual([
    'readProgress',
    'readFacility',
    'readWarehouse',
    'readSolution',
    'readPlan',
    'readReport',
    'readHistory',
    'readDonation',
    'readEquipment',
    'readTraining',
    'readRelease',
  ]);
  expect(of('manager of Odesa')).toContain('reviewReport');
  const [lviv] = Object.values(callers).filter(({ accountId }) => accountId === 'l');
  expect(() => lviv && ensureMay(lviv, 'reviewReport', report)).toThrow(
    expect.objectContaining({ code: 'forbidden' }),
  );
});

test('what belongs to the country as a whole is changed by administrators and managers of all regions', () => {
  const those = (action: Action) =>
    Object.keys(callers).filter((who) => callers[who] && may(callers[who], action, nation));

  expect(those('writeSolution')).toEqual(['manager of the country', 'administrator']);
  expect(those('readHistory')).toEqual(['manager of the country', 'administrator']);
  expect(those('makeRelease')).toEqual(['manager of the country']);
  expect(those('readSolution')).toEqual(Object.keys(callers));
});

test('a head may not list facilities: one’s own is not all', () => {
  const listing = Object.entries(callers).filter(([, caller]) => may(caller, 'readFacility'));

  expect(listing.map(([who]) => who)).toEqual([
    'manager of the country',
    'manager of nothing',
    'manager of an empty list',
    'manager of Lviv',
    'manager of Odesa',
    'administrator',
  ]);
});

test('a head without a facility may write nowhere', () => {
  const role: Role = 'head';

  expect(may({ accountId: 'n', name: 'N', role }, 'writeReport', { region: 'UA-46' })).toBe(false);
});
