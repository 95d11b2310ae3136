import type { Caller } from '../caller.ts';
import { eventKinds, type EventKind } from './consignment.ts';
import { mayTellAt } from './equipmentPermissions.ts';
import { canFollow, type Standing } from './standing.ts';

/** What may happen next to units that stand so, and the caller may tell of; the order is that of a life. */
export function possibleEvents(caller: Caller, standing: Standing): EventKind[] {
  return eventKinds.filter((kind) => canFollow(standing, kind) && mayTellAt(caller, kind, standing));
}
