import { expect, test } from 'vitest';
import { monthOf } from '../../../functions/domain/calendar.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { cubeOf, ProgressSums, summaryOf } from '../../../functions/domain/progress.ts';
import { trainingContributions } from '../../../functions/domain/training/trainingContributions.ts';
import { TrainingSession } from '../../../functions/domain/training/trainingSession.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { lastMonth, sampleToday } from '../../../functions/sample/publishedFigures.ts';
import { sampleOf } from '../../../functions/sample/sample.ts';
import { replayed } from '../../../functions/sample/timeline.ts';

const pack = packFor('UA');
const sample = sampleOf(pack);
const sessions = sample.training.map((story) => TrainingSession.parse(story.at(-1)?.session));
const held = sessions.filter(({ cancelled }) => !cancelled);
const facilities = sample.timelines.flatMap((timeline) => replayed(timeline, pack).facility ?? []);

test('its totals are the published ones', () => {
  const contributions = sessions
    .flatMap((session) => trainingContributions(session, pack))
    .filter(({ scope }) => scope === 'country');
  const { figures } = summaryOf(new ProgressSums(cubeOf(contributions, regionCodes(pack)), pack), lastMonth);

  expect([figures['trainingSessions'], figures['workersTrained']]).toEqual([1031, 1259]);
  expect(figures['attendances']).toBeGreaterThan(2 * 1259);
  expect(held.every(({ day }) => monthOf(day) <= lastMonth)).toBe(true);
});

test('a facility counts as trained from a day on which its people were at a session', () => {
  const trained = facilities.flatMap(({ facilityId, stages }) =>
    stages.filter(({ stage }) => stage === 'trained').map(({ date }) => ({ facilityId, date })),
  );

  expect(trained.length).toBeGreaterThan(330);
  for (const { facilityId, date } of trained)
    expect(
      held.some(({ day, lines }) => day === date && lines.some((line) => line.facilityId === facilityId)),
      facilityId,
    ).toBe(true);
});

test('sessions are spread over regions and kinds, and none is about a solution that is not there yet', () => {
  const hosts = Map.groupBy(held, ({ host }) => host.kind);
  const newest = new Map(
    sample.solutions.flatMap((versions) => versions).map((one) => [one.solutionId, one]),
  );

  expect(hosts.get('nation')?.every(({ mode }) => mode === 'remote')).toBe(true);
  expect(hosts.get('nation')?.length).toBeGreaterThan(30);
  expect(hosts.get('region')?.length).toBeGreaterThan(60);
  expect(hosts.get('facility')?.length).toBeGreaterThan(700);
  expect(new Set(held.flatMap(({ lines }) => lines.map(({ region }) => region))).size).toBeGreaterThan(23);
  for (const { solutionId, day } of held)
    if (solutionId) expect(day >= (newest.get(solutionId)?.stages[0]?.date ?? '9999')).toBe(true);
  expect(held.filter(({ solutionId }) => solutionId).length).toBeGreaterThan(150);
});

test('some were called off, and one is told twice', () => {
  expect(sessions.filter(({ cancelled }) => cancelled?.reason).length).toBe(6);
  const double = held.find(({ sessionId }) => sessionId === 'session-told-twice');
  const others = held.filter(
    ({ sessionId, day, lines }) =>
      sessionId !== double?.sessionId &&
      day === double?.day &&
      lines[0]?.facilityId === double?.lines[0]?.facilityId,
  );
  expect(others.length).toBe(1);
});

test('nothing is told after the sample’s day, nor before it took place', () => {
  for (const story of sample.training)
    for (const { at, session } of story)
      expect([at.slice(0, 10) <= sampleToday, at.slice(0, 10) >= session.day], session.sessionId).toEqual([
        true,
        true,
      ]);
});
