import { describe, expect, test } from 'vitest';
import {
  changeStage,
  correctStage,
  edit,
  nextStages,
  register,
  rowOf,
  type Facility,
  type Stage,
  type SuspensionReason,
} from '../../../../functions/domain/facility/facility.ts';
import { liveFacility, testPack } from '../../../support/builders.ts';

const today = '2024-12-03';
const pack = testPack;
const latest = { month: '2024-10', status: 'approved', teleconsultations: 7 } as const;
const nothingReported: string[] = [];
const circumstances = { pack, today, reported: nothingReported };
const { stages: _, version: __, ...profile } = liveFacility();

const registered = (more: object = {}, date = '2024-01-01', facilities: string[] = []) =>
  register({ ...profile, ...more }, { pack, date, by: 'admin', today, facilities, takenCodes: [] });

const gives = (facilityId: string) => ({ kind: 'givesConsultations', facilityId });

const refused = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field && { details: { field } }) });

test('a facility joins step by step and can pause at any of them', () => {
  const planned = registered();

  const connected = changeStage(planned, { stage: 'connected', date: '2024-02-01', by: 'a' }, circumstances);
  const paused = changeStage(
    connected,
    { stage: 'suspended', date: '2024-03-01', by: 'a', reason: 'noPower' },
    circumstances,
  );

  expect(nextStages(planned)).toEqual(['connected', 'suspended']);
  expect(nextStages(paused)).toEqual(['connected']);
  expect(rowOf(paused)).toMatchObject({ stage: 'suspended', since: '2024-03-01' });
});

/** Days on which nothing of the programme can have happened. */
const impossible = ['1999-12-31', '0024-11-01', '2000-01-01', '2021-12-31', '2024-12-04', '2042-01-01'];

describe('a day outside the programme is refused', () => {
  test.each(impossible)('as the day from which a facility is planned: %s', (date) => {
    expect(() => registered({}, date)).toThrow(refused('dateNotAllowed', 'plannedOn'));
  });

  test.each(impossible)('as the day of a stage: %s', (date) => {
    const planned = registered();

    expect(() => changeStage(planned, { stage: 'connected', date, by: 'a' }, circumstances)).toThrow(
      refused('dateNotAllowed', 'date'),
    );
    expect(() => correctStage(planned, { index: 0, date, by: 'a' }, circumstances)).toThrow(
      refused('dateNotAllowed', 'date'),
    );
  });

  test('its first day and today are in it', () => {
    expect(registered({}, pack.programmeStart).stages[0]?.date).toBe('2022-01-01');
    expect(registered({}, today).stages[0]?.date).toBe(today);
  });
});

test.each([
  ['skips a step', 'trained', '2024-02-01', 'stageNotNext'],
  ['goes back in time', 'connected', '2023-12-31', 'dateNotAllowed'],
  ['lies in the future', 'connected', '2024-12-04', 'dateNotAllowed'],
] as const)('a change that %s is refused', (_, stage, date, code) => {
  expect(() => changeStage(registered(), { stage, date, by: 'a' }, circumstances)).toThrow(refused(code));
});

test.each([
  ['of a region the country does not have', { region: 'UA-99' }, 'unknownRegion', 'region'],
  ['of a type the country does not have', { type: 'castle' }, 'invalid', 'type'],
  ['with another country’s code', { facilityId: 'PL-0001' }, 'invalid', 'facilityId'],
  ['that is linked to itself', { links: [gives('UA-0001')] }, 'invalid', 'links'],
  ['that names a link twice', { links: [gives('UA-0002'), gives('UA-0002')] }, 'invalid', 'links'],
  ['that names one nobody knows', { links: [gives('UA-0002'), gives('UA-9999')] }, 'invalid', 'links'],
  [
    'with a code of a system nobody knows',
    { externalCodes: [{ system: 'toString', code: '1' }] },
    'invalid',
    'externalCodes',
  ],
  [
    'with one code twice, however it is written',
    { externalCodes: ['ab-1', 'AB-1'].map((code) => ({ system: 'dhis2', code })) },
    'invalid',
    'externalCodes',
  ],
  ['with a day of no population', { populationOn: '2024-01-01' }, 'invalid', 'populationOn'],
  ['with a source of no population', { populationSource: 'census' }, 'invalid', 'populationSource'],
  [
    'with a population of a mistyped year',
    { population: 10, populationOn: '0024-01-01' },
    'dateNotAllowed',
    'populationOn',
  ],
  [
    'with more links than a profile holds, as old and new ones together may be',
    { links: Array.from({ length: 41 }, (_, index) => gives(`UA-${1000 + index}`)) },
    'invalid',
    'links',
  ],
  [
    'with a population of tomorrow',
    { population: 10, populationOn: '2024-12-04' },
    'dateNotAllowed',
    'populationOn',
  ],
])('a facility %s is refused', (_, more, code, field) => {
  expect(() => registered(more, '2024-01-01', ['UA-0001', 'UA-0002'])).toThrow(refused(code, field));
});

test('a facility may have several links to one other, each of another kind', () => {
  const links = [gives('UA-0002'), { kind: 'takesReferrals', facilityId: 'UA-0002' }];

  expect(registered({ links }, '2024-01-01', ['UA-0002'])).toMatchObject({ links });
});

describe('an edited profile', () => {
  const known = { pack, today, facilities: [], takenCodes: [] };
  const { facilityId: ___, region: ____, ...edited } = profile;

  test('is the whole of it: what is left out is gone, what is no part of it stays', () => {
    const before = liveFacility({ population: 1200, populationOn: '2024-01-01', latest });

    const after = edit(before, { ...edited, power: 'grid' }, known);

    expect(after).toEqual({ ...liveFacility({ latest }), power: 'grid', version: before.version + 1 });
  });

  test('has no code of another facility', () => {
    const code = { system: 'dhis2', code: 'DiszpKrYNg8' };
    const on = { ...known, takenCodes: [code] };

    expect(() => edit(liveFacility(), { ...edited, externalCodes: [code] }, on)).toThrow(
      refused('alreadyExists', 'externalCodes'),
    );
  });
});

test('a facility is suspended for a reason, and only then there is one', () => {
  const planned = registered();
  const to = (stage: Stage, reason?: SuspensionReason) =>
    changeStage(planned, { stage, date: '2024-02-01', by: 'a', reason }, circumstances);

  expect(() => to('suspended')).toThrow(refused('invalid', 'reason'));
  expect(() => to('connected', 'repair')).toThrow(refused('invalid', 'reason'));
  expect(to('suspended', 'repair').stages.at(-1)).toMatchObject({ reason: 'repair' });
});

test('coordinates are kept to a decimetre, and a numeral too small for a place is zero', () => {
  const { coordinates } = registered({ coordinates: { lat: 1e-320, lon: -0.00000001 } });

  expect(coordinates).toEqual({ lat: 0, lon: 0 });
  expect(Object.is(coordinates?.lon, 0)).toBe(true);
});

describe('a stage’s day that was written down wrong', () => {
  const mended = (facility: Facility, index: number, date: string, reported: string[] = []) =>
    correctStage(facility, { index, date, by: 'admin' }, { pack, today, reported });

  test('is mended, and says who did', () => {
    const facility = liveFacility();

    const after = mended(facility, 4, '2024-02-20');

    expect(after.stages[4]).toEqual({ stage: 'live', date: '2024-02-20', by: 'admin' });
    expect(after.stages.slice(0, 4)).toEqual(facility.stages.slice(0, 4));
    expect(after.version).toBe(facility.version + 1);
  });

  test('lies between the stages before and after it', () => {
    const facility = liveFacility();

    expect(() => mended(facility, 2, '2024-01-11')).toThrow(refused('dateNotAllowed', 'date'));
    expect(() => mended(facility, 2, '2024-01-15')).toThrow(refused('dateNotAllowed', 'date'));
    expect(mended(facility, 2, '2024-01-12').stages[2]?.date).toBe('2024-01-12');
    expect(mended(facility, 2, '2024-01-14').stages[2]?.date).toBe('2024-01-14');
  });

  test('mends a day that was accepted before days were bounded', () => {
    const facility = liveFacility();
    facility.stages[0] = { stage: 'planned', date: '0024-01-01', by: 'test' };

    expect(mended(facility, 0, '2024-01-01').stages[0]?.date).toBe('2024-01-01');
  });

  test('is refused where there is no such stage', () => {
    expect(() => mended(liveFacility(), 5, '2024-02-20')).toThrow(refused('notFound'));
  });

  test('is refused where a report would be left of a month in which the facility was not live', () => {
    expect(() => mended(liveFacility(), 4, '2024-03-01', ['2024-02'])).toThrow(
      refused('dateNotAllowed', 'date'),
    );
    expect(mended(liveFacility(), 4, '2024-02-29', ['2024-02']).version).toBe(6);
  });

  test('and so is a pause that began before a report', () => {
    const paused = { stage: 'suspended', date: '2024-09-20', by: 'test', reason: 'noPower' } as const;

    expect(() => changeStage(liveFacility(), paused, { pack, today, reported: ['2024-10'] })).toThrow(
      refused('dateNotAllowed', 'date'),
    );
    expect(changeStage(liveFacility(), paused, { pack, today, reported: ['2024-09'] }).stages).toHaveLength(
      6,
    );
  });
});
