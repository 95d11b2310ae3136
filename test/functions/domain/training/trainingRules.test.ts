import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostLines, mostLinesAtOnce } from '../../../../functions/domain/training/bounds.ts';
import {
  cancelSession,
  editSession,
  mergeSessions,
  registerSession,
  tellLine,
} from '../../../../functions/domain/training/trainingRules.ts';
import { ToldSession, TrainingSession } from '../../../../functions/domain/training/trainingSession.ts';
import { anyStaff, anyTold } from '../../../support/training/anySession.ts';
import { on, one, session, told, two } from '../../../support/training/case.ts';

const linesOf = (count: number, from = 1000) =>
  Array.from({ length: count }, (_, index) => ({ facilityId: `UA-${from + index}`, staff: one }));
const refusal = (code: string, field: string) => expect.objectContaining({ code, details: { field } });

test('a session is registered where its host and facilities were in its month', () => {
  expect(session).toMatchObject({
    version: 1,
    host: { kind: 'facility', facilityId: 'UA-0001', region: 'UA-46' },
    lines: [
      { facilityId: 'UA-0001', region: 'UA-46', staff: two, version: 1 },
      { facilityId: 'UA-0002', region: 'UA-51', staff: one, version: 1 },
    ],
  });
});

test('whatever is accepted can be kept and edited to anything else that is', () => {
  fc.assert(
    fc.property(anyTold, anyTold, (first, then) => {
      const before = registerSession('session-of-any', first, on);
      const after = editSession(before, then, on);

      expect(TrainingSession.parse(before)).toEqual(before);
      expect(TrainingSession.parse(after)).toEqual(after);
      const { lines: _, host, ...facts } = then;
      expect(after).toEqual({
        sessionId: 'session-of-any',
        version: 2,
        ...facts,
        host: expect.objectContaining(host),
        lines: after.lines,
      });
      for (const line of after.lines) {
        const known = before.lines.find(({ facilityId }) => facilityId === line.facilityId);
        const isSame = known && JSON.stringify(known.staff) === JSON.stringify(line.staff);
        if (isSame) expect(line.version).toBe(1);
      }
    }),
  );
});

describe('a session is refused', () => {
  const staff = (doctor: object) => [{ facilityId: 'UA-0001', staff: { doctor } }];
  const counts = { attending: 2, newToSolution: 1, newToEquipment: 0 };
  test.each<[string, object, string, string]>([
    ['in the future', { day: '2024-12-04' }, 'dateNotAllowed', 'day'],
    ['before the programme', { day: '2021-12-31' }, 'dateNotAllowed', 'day'],
    ['before its solution', { day: '2024-01-14' }, 'dateNotAllowed', 'day'],
    ['about nothing', { solutionId: undefined }, 'invalid', 'solutionId'],
    ['about two things', { topic: 'First steps' }, 'invalid', 'solutionId'],
    [
      'held at an unknown facility',
      { host: { kind: 'facility', facilityId: 'UA-9999' } },
      'notFound',
      'host.facilityId',
    ],
    [
      'held in an unknown region',
      { host: { kind: 'region', region: 'UA-99' } },
      'unknownRegion',
      'host.region',
    ],
    [
      'of an unknown facility',
      { lines: [{ facilityId: 'UA-9999', staff: two }] },
      'notFound',
      'lines.0.facilityId',
    ],
    [
      'with a facility twice',
      { lines: [...told.lines, { facilityId: 'UA-0001', staff: one }] },
      'alreadyExists',
      'lines.2.facilityId',
    ],
    ['held at a facility for nobody', { lines: [] }, 'invalid', 'lines'],
    [
      'with a facility from which nobody came',
      { lines: [{ facilityId: 'UA-0001', staff: {} }] },
      'tooLow',
      'lines.0.staff',
    ],
    [
      'with more new to it than came',
      { lines: staff({ ...counts, newToSolution: 3 }) },
      'moreThanItsWhole',
      'lines.0.staff.doctor.newToSolution',
    ],
    [
      'with more new to equipment than to it',
      { lines: staff({ ...counts, newToEquipment: 2 }) },
      'moreThanItsWhole',
      'lines.0.staff.doctor.newToEquipment',
    ],
    ['of too many facilities at once', { lines: linesOf(mostLinesAtOnce + 1) }, 'tooHigh', 'lines'],
  ])('%s', (_, more, code, field) => {
    const spoilt = { ...told, ...more };

    expect(() => registerSession('session-of-two', spoilt, on)).toThrow(refusal(code, field));
    expect(() => editSession(session, spoilt, on)).toThrow(refusal(code, field));
  });

  test('about an unknown solution', () => {
    expect(() => registerSession('session-of-two', told, { ...on, solution: undefined })).toThrow(
      refusal('invalid', 'solutionId'),
    );
  });

  test.each([
    ['hours', 0],
    ['hours', 0.25],
    ['hours', 201],
    ['provider', ' '],
    ['provider', 'x'.repeat(201)],
    ['topic', 'a\u0000b'],
    ['day', '2024-02-30'],
    ['mode', 'hybrid'],
    ['names', ['Olena']],
  ])('whose %s is %j', (field, value) => {
    expect(ToldSession.safeParse({ ...told, [field]: value }).success).toBe(false);
  });

  test.each([-1, 0.5, 501, '2'])('that %j people attended', (attending) => {
    const lines = staff({ ...counts, attending });

    expect(ToldSession.safeParse({ ...told, lines }).success).toBe(false);
  });
});

test('sessions of more facilities are entered step by step, up to what one holds', () => {
  let whole = registerSession('session-of-many', { ...told, lines: linesOf(20) }, on);
  for (let count = 40; count <= mostLines; count += 20)
    whole = editSession(whole, { ...told, lines: linesOf(count) }, on);

  expect(whole.lines).toHaveLength(mostLines);
  expect(() => tellLine(whole, { facilityId: 'UA-0001', staff: one }, on)).toThrow(
    refusal('tooHigh', 'lines'),
  );
});

describe('the line of one facility', () => {
  test('is added, corrected and taken back, and leaves the others as they are', () => {
    const added = tellLine(session, { facilityId: 'UA-0003', staff: one }, on);
    const corrected = tellLine(added, { facilityId: 'UA-0003', staff: two }, on);
    const back = tellLine(corrected, { facilityId: 'UA-0003', staff: {} }, on);

    expect(added.lines.map(({ facilityId, version }) => [facilityId, version])).toEqual([
      ['UA-0001', 1],
      ['UA-0002', 1],
      ['UA-0003', 2],
    ]);
    expect(corrected.lines.at(-1)).toEqual({
      facilityId: 'UA-0003',
      region: 'UA-51',
      staff: two,
      version: 3,
    });
    expect(back).toEqual({ ...session, version: 4 });
  });

  test('is told again as it is known, and stays whoever told it', () => {
    const again = tellLine(session, { facilityId: 'UA-0001', staff: two }, { ...on, mayTellOf: () => false });

    expect(again.lines).toEqual(session.lines);
  });

  test('is not told by whom it is none of the business, nor taken back', () => {
    const others = { ...on, mayTellOf: ({ facilityId }: { facilityId: string }) => facilityId === 'UA-0003' };

    for (const staff of [one, {}])
      expect(() => tellLine(session, { facilityId: 'UA-0001', staff }, others)).toThrow(
        refusal('notFound', 'facilityId'),
      );
    expect(() => editSession(session, { ...told, lines: linesOf(1) }, others)).toThrow(
      expect.objectContaining({ code: 'notFound' }),
    );
  });

  test('is not the only one taken back of what a facility held', () => {
    const alone = registerSession('session-of-two', { ...told, lines: told.lines.slice(0, 1) }, on);

    expect(() => tellLine(alone, { facilityId: 'UA-0001', staff: {} }, on)).toThrow(
      refusal('invalid', 'staff'),
    );
    const ofNation = { ...alone, host: { kind: 'nation' as const } };
    expect(tellLine(ofNation, { facilityId: 'UA-0001', staff: {} }, on).lines).toEqual([]);
  });

  test('that was never told has nothing to take back', () => {
    expect(() => tellLine(session, { facilityId: 'UA-0003', staff: {} }, on)).toThrow(
      refusal('tooLow', 'staff'),
    );
  });
});

test('a cancelled session is neither told of, edited, merged nor cancelled again', () => {
  const cancelled = cancelSession(session, 'The trainer fell ill');

  expect(cancelled).toEqual({ ...session, version: 2, cancelled: { reason: 'The trainer fell ill' } });
  for (const again of [
    () => cancelSession(cancelled, 'Twice'),
    () => editSession(cancelled, told, on),
    () => tellLine(cancelled, { facilityId: 'UA-0003', staff: one }, on),
    () => mergeSessions(cancelled, { ...session, sessionId: 'session-of-two' }, on),
    () => mergeSessions({ ...session, sessionId: 'session-of-two' }, cancelled, on),
  ])
    expect(again).toThrow(expect.objectContaining({ code: 'wrongState' }));
});

test('staff of any role adds up to at least one', () => {
  fc.assert(
    fc.property(anyStaff, (staff) => {
      const whole = tellLine(session, { facilityId: 'UA-0003', staff }, on);
      expect(whole.lines).toHaveLength(3);
    }),
  );
});
