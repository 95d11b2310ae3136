import { expect, test } from 'vitest';
import {
  changeStage,
  expectsReport,
  nextStages,
  register,
  rowOf,
} from '../../../functions/domain/facility.ts';
import { liveFacility, testPack } from '../../support/builders.ts';

const today = '2024-12-03';

test('a facility joins step by step and can pause at any of them', () => {
  const { stages: _, version: __, ...profile } = liveFacility();
  const planned = register(profile, testPack, { date: '2024-01-01', by: 'admin' }, today);

  const connected = changeStage(planned, { stage: 'connected', date: '2024-02-01', by: 'admin' }, today);
  const paused = changeStage(connected, { stage: 'suspended', date: '2024-03-01', by: 'admin' }, today);

  expect(nextStages(planned)).toEqual(['connected', 'suspended']);
  expect(nextStages(paused)).toEqual(['connected']);
  expect(rowOf(paused)).toMatchObject({ stage: 'suspended', since: '2024-03-01' });
});

test.each([
  ['skips a step', 'trained', '2024-02-01', 'stageNotNext'],
  ['goes back in time', 'connected', '2023-12-31', 'dateNotAllowed'],
  ['lies in the future', 'connected', '2024-12-04', 'dateNotAllowed'],
] as const)('a change that %s is refused', (_, stage, date, code) => {
  const { stages: __, version: ___, ...profile } = liveFacility();
  const planned = register(profile, testPack, { date: '2024-01-01', by: 'admin' }, today);

  expect(() => changeStage(planned, { stage, date, by: 'admin' }, today)).toThrow(
    expect.objectContaining({ code }),
  );
});

test('a facility is of a region and type the country has', () => {
  const { stages: _, version: __, ...profile } = liveFacility();

  const registering = (change: object) => () =>
    register({ ...profile, ...change }, testPack, { date: today, by: 'admin' }, today);

  expect(registering({ region: 'UA-99' })).toThrow(expect.objectContaining({ code: 'unknownRegion' }));
  expect(registering({ type: 'castle' })).toThrow(expect.objectContaining({ code: 'invalid' }));
});

test('a facility is not registered ahead of time', () => {
  const { stages: _, version: __, ...profile } = liveFacility();

  expect(() => register(profile, testPack, { date: '2024-12-04', by: 'admin' }, today)).toThrow(
    expect.objectContaining({ code: 'dateNotAllowed', details: { field: 'plannedOn' } }),
  );
});

test('a report is expected for the month a facility went live in, and no longer once it paused', () => {
  const facility = liveFacility();
  facility.stages.push({ stage: 'suspended', date: '2024-06-20', by: 'test' });

  const expected = ['2023-12', '2024-01', '2024-05', '2024-06'].map((month) =>
    expectsReport(facility, month),
  );

  expect(expected).toEqual([false, true, true, false]);
});
