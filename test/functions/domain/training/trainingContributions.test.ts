import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contribution } from '../../../../functions/domain/contribution.ts';
import { attendedBy, attendedInAll } from '../../../../functions/domain/training/attendance.ts';
import {
  rowOfHost,
  trainingContributions,
} from '../../../../functions/domain/training/trainingContributions.ts';
import { groupFigure, groupOf, isOfReporters } from '../../../../functions/domain/release/reporters.ts';
import { trainingRow } from '../../../../functions/domain/training/trainingRow.ts';
import { staffRoles } from '../../../../functions/domain/training/bounds.ts';
import { anySession } from '../../../support/training/anySession.ts';
import { testPack } from '../../../support/builders.ts';

const sum = (contributions: Contribution[], figure: string) =>
  contributions.reduce((total, { amounts }) => total + (amounts[figure] ?? 0), 0);

const held = anySession.filter(({ cancelled }) => !cancelled);

test('who came is the sum of what the lines say by role, and no more are new than came', () => {
  fc.assert(
    fc.property(anySession, ({ lines }) => {
      const total = attendedInAll(lines);
      const counted = (count: 'attending' | 'newToSolution' | 'newToEquipment') =>
        lines.flatMap(({ staff }) => staffRoles.map((role) => staff[role]?.[count] ?? 0));

      for (const count of ['attending', 'newToSolution', 'newToEquipment'] as const)
        expect(total[count]).toBe(counted(count).reduce((all, one) => all + one, 0));
      expect(total.newToEquipment).toBeLessThanOrEqual(total.newToSolution);
      expect(total.newToSolution).toBeLessThanOrEqual(total.attending);
    }),
  );
});

test('a session counts once, in its host’s row, and people in their facilities’ regions', () => {
  fc.assert(
    fc.property(held, (session) => {
      const all = trainingContributions(session, testPack).filter(({ scope }) => scope === 'country');

      expect(all.filter(({ amounts }) => amounts['trainingSessions'])).toMatchObject([
        { row: rowOfHost(session.host, testPack), amounts: { trainingSessions: 1 } },
      ]);
      for (const { code: region } of testPack.regions) {
        const { attending, newToEquipment } = attendedInAll(
          session.lines.filter((line) => line.region === region),
        );
        const own = all.filter(({ row }) => row === region);
        expect([sum(own, 'attendances'), sum(own, 'workersTrained')]).toEqual([attending, newToEquipment]);
      }
      for (const { month } of all) expect(month).toBe(session.day.slice(0, 7));
    }),
  );
});

test('what is about a solution counts in its scope just as in the country, and nothing of another', () => {
  fc.assert(
    fc.property(held, (session) => {
      const { solutionId } = session;
      const counted = trainingContributions(session, testPack).filter(({ scope }) => !isOfReporters(scope));
      const byScope = Object.groupBy(counted, ({ scope }) => scope);
      const bare = (some: Contribution[] = []) =>
        some.map(({ scope: _, ...one }) => one).toSorted((a, b) => (a.row < b.row ? -1 : 1));

      expect(Object.keys(byScope)).toEqual(solutionId ? ['country', `solution:${solutionId}`] : ['country']);
      if (solutionId) expect(bare(byScope[`solution:${solutionId}`])).toEqual(bare(byScope.country));
      expect(sum(byScope.country ?? [], 'newToSolution')).toBe(
        solutionId ? attendedInAll(session.lines).newToSolution : 0,
      );
    }),
  );
});

test('what is cancelled counts nowhere', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      const cancelled = { ...session, cancelled: { mergedInto: 'session-of-other' } };

      expect(trainingContributions(cancelled, testPack)).toEqual([]);
    }),
  );
});

test('a list shows with how many came from how many facilities, and by no facility who', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      const row = trainingRow(session);

      expect(row).toMatchObject({ facilities: session.lines.length, ...attendedInAll(session.lines) });
      expect(row).not.toHaveProperty('lines');
    }),
  );
  expect(attendedBy({})).toEqual({ attending: 0, newToSolution: 0, newToEquipment: 0 });
});

test('of how many groups of facilities there was anybody is never more than there were facilities', () => {
  fc.assert(
    fc.property(held, (session) => {
      const all = trainingContributions(session, testPack).filter(({ scope }) => isOfReporters(scope));
      for (const { code: region } of testPack.regions) {
        const lines = session.lines.filter((line) => line.region === region);
        const sent = lines.filter(({ staff }) => attendedBy(staff).attending > 0);
        const groups = all
          .filter(({ row }) => row === region)
          .flatMap(({ amounts }) => Object.keys(amounts).filter((name) => name.startsWith('attendances.')));

        expect(new Set(groups)).toEqual(
          new Set(sent.map(({ facilityId }) => groupFigure('attendances', groupOf(facilityId)))),
        );
        expect(groups.length).toBeLessThanOrEqual(new Set(sent.map(({ facilityId }) => facilityId)).size);
      }
    }),
  );
});

test('facilities whose codes follow each other are of different groups', () => {
  const codes = ['UA-8001', 'UA-8002', 'UA-8003', 'UA-8004'];

  expect(new Set(codes.map(groupOf)).size).toBe(codes.length);
});
