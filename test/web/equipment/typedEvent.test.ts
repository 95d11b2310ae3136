import { describe, expect, test } from 'vitest';
import { eventKinds } from '../../../functions/domain/equipment/consignment.ts';
import { eventWords, tellWords } from '../../../web/src/lib/equipment/labels.ts';
import {
  emptyEvent,
  eventFaults,
  eventIn,
  typedOf,
  type TypedEvent,
} from '../../../web/src/lib/equipment/typedEvent.ts';

const today = '2024-12-03';
const typed = (more: Partial<TypedEvent> = {}): TypedEvent => ({ ...emptyEvent(today, 4), ...more });
const faultsOf = (kind: Parameters<typeof eventFaults>[1], more: Partial<TypedEvent> = {}) =>
  Object.keys(eventFaults(typed(more), kind, 4, today));

describe('the form of an event', () => {
  test.each<[string, string[], string[]]>([
    ['an installation needs nothing but a day', faultsOf('installed'), []],
    ['a fault needs its reason', faultsOf('fault'), ['reason']],
    ['an offer needs a place', faultsOf('transferOffered'), ['to']],
    ['a note needs words', faultsOf('note', { note: ' x ' }), ['note']],
    ['a day to come', faultsOf('installed', { date: '2024-12-04' }), ['date']],
    ['no day', faultsOf('installed', { date: '' }), ['date']],
    ['no units', faultsOf('installed', { units: 0 }), ['units']],
    ['units not counted', faultsOf('installed', { units: undefined }), ['units']],
    ['more units than there are', faultsOf('installed', { units: 5 }), ['units']],
  ])('%s', (_, faults, fields) => {
    expect(faults).toEqual(fields);
  });

  test('says how many only where it is not all, and nothing that was not asked', () => {
    const form = typed({ units: 1, reason: 'broken', note: ' The glass ', to: 'UA-0002' });

    expect(eventIn(form, 'fault', 4)).toEqual({
      kind: 'fault',
      date: today,
      reason: 'broken',
      note: 'The glass',
      units: 1,
    });
    expect(eventIn(typed(), 'installed', 4)).toEqual({ kind: 'installed', date: today });
  });

  test('opens again with what was told', () => {
    const form = typed({ units: 1, reason: 'broken', note: 'The glass' });

    expect(typedOf(eventIn(form, 'fault', 4), 4)).toEqual(form);
  });
});

test('everything that can happen has words, for what happened and for telling it', () => {
  for (const kind of eventKinds) {
    expect(eventWords[kind]({ place: 'Kaniv' }), kind).toBeTruthy();
    expect(tellWords[kind](), kind).toBeTruthy();
  }
});
