import { describe, expect, test } from 'vitest';
import { EditedProfile, NewFacilityProfile } from '../../../functions/domain/facility/facilityProfile.ts';
import {
  editedOf,
  emptyForm,
  faultyFields,
  formOf,
  profileOf,
  type Typed,
} from '../../../web/src/routes/(in)/facilities/profile.ts';
import { rebased } from '../../../web/src/lib/record/typed.ts';
import { liveFacility, testPack } from '../../support/builders.ts';

const typed: Typed = {
  ...emptyForm('2024-12-03'),
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

describe('a facility that there is', () => {
  const facility = liveFacility({
    coordinates: { lat: 49.41, lon: -24.5 },
    population: 9200,
    populationOn: '2024-01-01',
    populationSource: 'State statistics',
    locationPolicy: 'hidden',
    externalCodes: [{ system: 'dhis2', code: 'DiszpKrYNg8' }],
    links: [{ kind: 'takesReferrals', facilityId: 'UA-0002' }],
  });
  const form = formOf(facility, '2024-12-03');

  test('is sent as it is where nothing is touched', () => {
    const { facilityId: _, region: __, version: ___, stages: ____, ...profile } = facility;

    expect(faultyFields(form, testPack, '2024-12-03')).toEqual([]);
    expect(EditedProfile.parse(editedOf(form))).toEqual(profile);
  });

  test('keeps what was typed and takes the rest of what somebody else has made of it', () => {
    const mine = { ...form, power: 'grid' as const, externalCodes: [] };
    const theirs = formOf({ ...facility, connectivity: 'none', population: 8000 }, '2024-12-03');

    expect(rebased(mine, form, theirs)).toEqual({ ...theirs, power: 'grid', externalCodes: [] });
  });

  test.each([
    ['half a place', { lat: '' }, 'coordinates'],
    ['a place beyond the pole', { lat: '91' }, 'coordinates'],
    ['a day of no population', { population: '', populationSource: '' }, 'populationOn'],
    ['a source of no population', { population: '', populationOn: '' }, 'populationSource'],
    ['a population of a mistyped year', { populationOn: '0024-01-01' }, 'populationOn'],
    ['a population of tomorrow', { populationOn: '2024-12-04' }, 'populationOn'],
    ['a code without its register', { externalCodes: [{ choice: '', text: '1' }] }, 'externalCodes'],
    [
      'a code twice',
      { externalCodes: ['a1', 'A1 '].map((text) => ({ choice: 'dhis2', text })) },
      'externalCodes',
    ],
    ['a link to itself', { links: [{ choice: 'sharesRecords', text: 'UA-0001' }] }, 'links'],
    ['a link to what is no code', { links: [{ choice: 'sharesRecords', text: 'Lviv' }] }, 'links'],
  ])('is not sent with %s', (_, more, field) => {
    expect(faultyFields({ ...form, ...more }, testPack, '2024-12-03')).toEqual([field]);
  });

  test('takes a decimal comma, and leaves out a row in which nothing was typed', () => {
    const typedByHand = { ...form, lat: '49,41', lon: '−24,5', links: [{ choice: '', text: ' ' }] };

    expect(faultyFields(typedByHand, testPack, '2024-12-03')).toEqual([]);
    expect(editedOf(typedByHand)).toMatchObject({ coordinates: { lat: 49.41, lon: -24.5 }, links: [] });
  });
});
