import { describe, expect, test } from 'vitest';
import type { Consignment } from '../../../../functions/domain/equipment/consignment.ts';
import { addEvent, receive, strikeOut } from '../../../../functions/domain/equipment/consignmentRules.ts';
import { consignmentContributions } from '../../../../functions/domain/equipment/consignmentContributions.ts';
import { standingOf } from '../../../../functions/domain/equipment/standing.ts';
import { testPack } from '../../../support/builders.ts';
import {
  consignment,
  inUse,
  lviv,
  odesa,
  store,
  telling,
  toldEvent,
  type Told,
} from '../../../support/equipment.ts';

const tell = (before: Consignment, told: Told, units?: number) =>
  addEvent(before, { ...toldEvent(told), ...(units && { units }) }, telling);
const inStore: Told[] = [
  ['shipped', '03-01'],
  ['received', '03-10'],
];
const stored = () =>
  consignment([], {
    log: consignment(inStore).log.map((event) => (event.to ? { ...event, to: store } : event)),
  });

describe('the life of equipment', () => {
  test('leads from the plan into use', () => {
    const states = inUse.map((_, index) => standingOf(consignment(inUse.slice(0, index)))?.state);

    expect([...states, standingOf(consignment(inUse))?.state]).toEqual([
      'planned',
      'shipped',
      'received',
      'installed',
      'inUse',
    ]);
  });

  test.each<[string, Told[], Told]>([
    ['is received before it is shipped', [], ['received', '03-01']],
    ['is received twice', inUse.slice(0, 2), ['received', '03-11']],
    ['is installed on its way', inUse.slice(0, 1), ['installed', '03-02']],
    ['is used before it is installed', inUse.slice(0, 2), ['firstUse', '03-11']],
    ['breaks on its way', inUse.slice(0, 1), ['fault', '03-02']],
    ['is repaired and was not faulty', inUse, ['repaired', '05-01']],
    ['is scrapped before anybody has it', inUse.slice(0, 1), ['scrapped', '03-02']],
    ['is lost before it is shipped', [], ['lost', '03-02']],
    ['moves on without the receiver’s consent', inUse, ['shipped', '05-01']],
    ['goes on after its end', [...inUse, ['destroyed', '05-01']], ['fault', '05-02']],
    ['moves on from a facility as if from a warehouse', inUse, ['planned', '05-01', { to: odesa.placeId }]],
    ['is stored before it is installed', inUse.slice(0, 2), ['stored', '03-11']],
  ])('nothing %s', (_, before, told) => {
    expect(() => tell(consignment(before), told)).toThrow(expect.objectContaining({ code: 'wrongState' }));
  });

  test('a fault does not undo that it is installed, and a note changes nothing', () => {
    const { after } = tell(consignment(inUse), ['fault', '05-01', { reason: 'broken' }]);

    expect(standingOf(after)).toMatchObject({
      state: 'inUse',
      since: '2024-04-05',
      faultySince: '2024-05-01',
    });
    expect(standingOf(tell(after, ['note', '05-02', { note: 'Asked for parts.' }]).after)).toEqual(
      standingOf(after),
    );
    expect(standingOf(tell(after, ['repaired', '05-09']).after)).not.toHaveProperty('faultySince');
  });

  test('it is put away and taken out again', () => {
    const { after } = tell(consignment(inUse), ['notInUse', '05-01', { reason: 'staff' }]);

    expect(standingOf(after)).toMatchObject({
      state: 'inUse',
      unused: { kind: 'notInUse', reason: 'staff' },
    });
    expect(standingOf(tell(after, ['active', '05-03']).after)).not.toHaveProperty('unused');
  });

  test('it moves on with the receiver’s consent, and stays the sender’s until it is received', () => {
    const told: Told[] = [
      ...inUse,
      ['transferOffered', '05-01', { to: odesa.placeId }],
      ['transferAccepted', '05-02'],
      ['shipped', '05-03'],
    ];

    expect(standingOf(consignment(told))).toMatchObject({
      state: 'shipped',
      holder: lviv,
      destination: odesa,
    });
    const { after } = tell(consignment(told), ['received', '05-09']);
    expect(standingOf(after)).toEqual({ state: 'received', since: '2024-05-09', holder: odesa });
  });

  test.each<[string, Told]>([
    ['declined', ['transferDeclined', '05-02']],
    ['withdrawn', ['transferWithdrawn', '05-02']],
  ])('a transfer that is %s leaves it where it is', (_, told) => {
    const offered = consignment([...inUse, ['transferOffered', '05-01', { to: odesa.placeId }]]);

    expect(standingOf(tell(offered, told).after)).toEqual(standingOf(consignment(inUse)));
  });

  test('of two transfers at once the second is refused', () => {
    const offered = consignment([...inUse, ['transferOffered', '05-01', { to: odesa.placeId }]]);

    expect(() => tell(offered, ['transferOffered', '05-01', { to: store.placeId }])).toThrow(
      expect.objectContaining({ code: 'wrongState' }),
    );
  });

  test('it moves on from a warehouse by a plan', () => {
    const { after } = tell(stored(), ['planned', '03-20', { to: odesa.placeId }]);

    expect(standingOf(after)).toMatchObject({ state: 'received', holder: store, destination: odesa });
    expect(() => tell(after, ['planned', '03-21', { to: lviv.placeId }])).toThrow();
    expect(() => tell(stored(), ['installed', '03-20'])).toThrow();
  });
});

describe('days', () => {
  test('a forgotten event is told later with its true day', () => {
    const received = consignment(inUse);
    const { after } = tell(received, ['fault', '03-20']);

    expect(after.log.map(({ kind, eventId }) => `${kind} ${eventId}`)).toEqual([
      'planned 1',
      'shipped 2',
      'received 3',
      'fault 6',
      'installed 4',
      'firstUse 5',
    ]);
  });

  test.each<[string, Told, string]>([
    ['in the future', ['note', '12-04'], 'dateNotAllowed'],
    ['of a mistyped year', ['note', '01-01', { date: '0024-01-01' }], 'dateNotAllowed'],
    ['that does not fit with what came after', ['destroyed', '03-20'], 'dateNotAllowed'],
    ['before what it builds on', ['fault', '03-05'], 'wrongState'],
    ['for a place that there is not', ['transferOffered', '05-01', { to: 'UA-9999' }], 'invalid'],
    ['for where it is', ['transferOffered', '05-01', { to: lviv.placeId }], 'invalid'],
    ['for no place', ['transferOffered', '05-01'], 'invalid'],
    ['with a place it does not take', ['note', '05-01', { to: odesa.placeId }], 'invalid'],
  ])('an event %s is refused', (_, told, code) => {
    expect(() => tell(consignment(inUse), told)).toThrow(expect.objectContaining({ code }));
  });

  test('a mistake is struck out, stays visible and counts no more', () => {
    const strike = { eventId: 5, reason: 'That was another device.' };
    const after = strikeOut(consignment(inUse), strike, telling);

    expect(standingOf(after)?.state).toBe('installed');
    expect(after.log.at(-1)).toMatchObject({ kind: 'firstUse', struckOut: { reason: strike.reason } });
    expect(() => strikeOut(after, strike, telling)).toThrow(expect.objectContaining({ code: 'wrongState' }));
    expect(() => strikeOut(consignment(inUse), { ...strike, eventId: 3 }, telling)).toThrow(
      expect.objectContaining({ code: 'wrongState' }),
    );
    expect(() => strikeOut(consignment(inUse), { ...strike, eventId: 9 }, telling)).toThrow(
      expect.objectContaining({ code: 'notFound' }),
    );
  });

  test('what is struck out wholly stands nowhere, counts nowhere and begins no second life', () => {
    const after = strikeOut(consignment(), { eventId: 1, reason: 'Planned twice' }, telling);

    expect([standingOf(after), consignmentContributions(after, testPack)]).toEqual([undefined, []]);
    expect(() => tell(after, ['planned', '05-01', { to: lviv.placeId }])).toThrow(
      expect.objectContaining({ code: 'wrongState' }),
    );
  });
});

describe('parts', () => {
  test('some units go their own way; both keep the log, and cents are shared', () => {
    const { after, parts } = tell(consignment(inUse), ['fault', '05-01'], 3);

    expect(after).toMatchObject({ units: 1, usdCents: 25_000, parts: 1, version: 2 });
    expect(parts).toMatchObject([
      { consignmentId: 'aid.1.1', partOf: 'aid.1', units: 3, usdCents: 75_001, version: 1 },
    ]);
    expect(parts[0]?.log.slice(0, -1)).toEqual(after.log);
  });

  test('a receiver says what came, what is damaged, and so what is missing', () => {
    const { after, parts } = receive(
      consignment(inUse.slice(0, 1)),
      { date: '2024-03-10', working: 2, damaged: 1 },
      telling,
    );

    expect([after, ...parts].map((one) => [one.units, standingOf(one)])).toEqual([
      [1, { state: 'shipped', since: '2024-03-01', destination: lviv, missingSince: '2024-03-10' }],
      [2, { state: 'received', since: '2024-03-10', holder: lviv }],
      [1, { state: 'received', since: '2024-03-10', holder: lviv, faultySince: '2024-03-10' }],
    ]);
    expect([after, ...parts].reduce((sum, { usdCents }) => sum + usdCents, 0)).toBe(100_001);
  });

  test('all that came stays one', () => {
    const { after, parts } = receive(
      consignment(inUse.slice(0, 1)),
      { date: '2024-03-10', working: 4, damaged: 0 },
      telling,
    );

    expect([after.units, standingOf(after)?.state, parts]).toEqual([4, 'received', []]);
  });

  test.each([
    [{ working: 5, damaged: 0 }, 'tooHigh'],
    [{ working: 4, damaged: 1 }, 'tooHigh'],
  ])('more than was sent does not come: %o', (counted, code) => {
    expect(() =>
      receive(consignment(inUse.slice(0, 1)), { date: '2024-03-10', ...counted }, telling),
    ).toThrow(expect.objectContaining({ code }));
  });

  test('what is missing may still come, and is not noted twice', () => {
    const receipt = { date: '2024-03-10', working: 0, damaged: 0 };
    const { after } = receive(consignment(inUse.slice(0, 1)), receipt, telling);

    expect(() => receive(after, receipt, telling)).toThrow(expect.objectContaining({ code: 'wrongState' }));
    const later = receive(after, { date: '2024-03-20', working: 4, damaged: 0 }, telling);
    expect(standingOf(later.after)).toEqual({ state: 'received', since: '2024-03-20', holder: lviv });
  });

  test('what was sent faulty is so when it comes, and repaired if it works there', () => {
    const sent = consignment([
      ...inUse,
      ['fault', '05-01', { reason: 'broken' }],
      ['transferOffered', '05-02', { to: odesa.placeId }],
      ['transferAccepted', '05-03'],
      ['shipped', '05-04'],
    ]);
    const { after, parts } = receive(sent, { date: '2024-05-10', working: 1, damaged: 3 }, telling);

    expect(standingOf(after)).toMatchObject({ state: 'received', holder: odesa });
    expect(standingOf(after)?.faultySince).toBeUndefined();
    expect(parts.map(standingOf)).toMatchObject([{ state: 'received', faultySince: '2024-05-01' }]);
  });
});
