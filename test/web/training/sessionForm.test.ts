import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ToldSession } from '../../../functions/domain/training/trainingSession.ts';
import {
  emptyForm,
  faultyFields,
  formOf,
  merged,
  toldOf,
} from '../../../web/src/lib/training/sessionForm.ts';
import { anySession } from '../../support/training/anySession.ts';
import { testPack } from '../../support/builders.ts';

const on = { solutions: [], pack: testPack, today: '2024-12-03', known: 0 };

test('a session that there is can be edited as it is', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      const told = ToldSession.parse(toldOf(formOf(session)));
      const { host, lines } = session;

      expect(faultyFields(formOf(session), on)).toEqual([]);
      expect(told).toMatchObject({ day: session.day, hours: session.hours, host: { kind: host.kind } });
      expect(told.lines).toEqual(lines.map(({ facilityId, staff }) => ({ facilityId, staff })));
    }),
  );
});

test('an empty form says what is missing', () => {
  expect(faultyFields(emptyForm(), on)).toEqual([
    'day',
    'solutionId',
    'provider',
    'mode',
    'hours',
    'host.kind',
  ]);
});

test('what others tell of a facility meanwhile stays, and so does what was typed', () => {
  fc.assert(
    fc.property(anySession, anySession, (begun, theirs) => {
      const form = formOf(begun);
      const current = formOf(theirs);
      const typed = { ...form, provider: 'Somebody else', lines: form.lines.slice(1) };
      const now = merged(typed, form, current);

      expect(now.provider).toBe('Somebody else');
      expect(now.lines.map(({ facilityId }) => facilityId)).toEqual(
        current.lines
          .map(({ facilityId }) => facilityId)
          .filter((facilityId) => facilityId !== form.lines[0]?.facilityId),
      );
    }),
  );
});
