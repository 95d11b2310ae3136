import { expect, test } from 'vitest';
import { NewFacilityProfile } from '../../../functions/domain/facility.ts';
import { faultyFields, profileOf, type Typed } from '../../../web/src/routes/(in)/facilities/new/profile.ts';
import { testPack } from '../../support/builders.ts';

const typed: Typed = {
  facilityId: ' UA-0392 ',
  names: { en: 'Test clinic', uk: ' ' },
  settlement: { en: 'Testove', uk: 'Тестове' },
  type: 'ruralClinic',
  region: 'UA-46',
  connectivity: 'mobile',
  power: 'grid',
  population: '12 300',
  plannedOn: '2024-12-03',
};

test('a filled form is a profile that the API takes', () => {
  const { plannedOn, ...profile } = profileOf(typed);

  expect(faultyFields(typed, testPack, '2024-12-03')).toEqual([]);
  expect(NewFacilityProfile.parse(profile)).toMatchObject({ facilityId: 'UA-0392', population: 12_300 });
  expect(plannedOn).toBe('2024-12-03');
});

test('what is left empty is left out', () => {
  const profile = profileOf({ ...typed, population: '' });

  expect(profile.names).toEqual({ en: 'Test clinic' });
  expect(profile).not.toHaveProperty('population');
});

test('each field that is missing or wrong is named as the API names it', () => {
  const wrong: Typed = {
    ...typed,
    facilityId: 'UA-1',
    names: {},
    settlement: { uk: 'Тестове' },
    region: '',
    type: '',
    population: 'many',
    plannedOn: '2024-12-04',
  };

  expect(faultyFields(wrong, testPack, '2024-12-03')).toEqual([
    'facilityId',
    'names.en',
    'type',
    'region',
    'settlement.en',
    'population',
    'plannedOn',
  ]);
});

test('a code of another country and a day before the programme are wrong', () => {
  const foreign = { ...typed, facilityId: 'PL-0001', plannedOn: '0024-11-01', population: '999999999' };

  expect(faultyFields(foreign, testPack, '2024-12-03')).toEqual(['facilityId', 'population', 'plannedOn']);
});

test("the names that must be there are those in the country's own language", () => {
  const ukrainian = { ...testPack, languages: ['uk' as const, 'en' as const] };
  const english = { ...typed, settlement: { en: 'Testove' } };

  expect(faultyFields(english, ukrainian, '2024-12-03')).toEqual(['names.uk', 'settlement.uk']);
});
