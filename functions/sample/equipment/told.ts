import type { Site } from '../dueReports.ts';
import { headOf, manager, reviewerOf } from '../people.ts';
import { dayOf, storyOf, type Told } from './allotment.ts';
import type { Numbered } from './gifts.ts';
import type { UnitsEvent } from './unitsEvent.ts';

/** What is told of allotments at the places that they are planned for: by the managers, and by the heads there. */
export function toldOf(allotments: Numbered[], sites: Site[]): UnitsEvent[] {
  const profiles = new Map(sites.map(({ profile }) => [profile.facilityId, profile]));
  return allotments.flatMap((allotment) => {
    const profile = profiles.get(allotment.placeId);
    const mover = profile ? reviewerOf(profile) : manager;
    const people = { mover, head: profile ? headOf(profile) : manager };
    return storyOf(allotment).map((step, index) => eventOf(allotment, step, people[step.by], index));
  });
}

function eventOf(
  { consignmentId: whole, placeId }: Numbered,
  step: Told,
  by: UnitsEvent['by'],
  index: number,
): UnitsEvent {
  const at = `${dayOf(step)}T${String(9 + index).padStart(2, '0')}:${15 + 7 * index}:00Z`;
  const consignmentId = step.part ? `${whole}.${step.part}` : whole;
  const happening = { consignmentId, placeId, at, by };
  return 'event' in step
    ? { ...happening, action: 'addEvent', event: step.event }
    : { ...happening, action: 'receive', receipt: step.receipt };
}
