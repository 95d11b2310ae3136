import { addDays, type Day } from '../../domain/calendar.ts';
import { readinessChecks, type LookedAt } from '../../domain/facility/readiness.ts';
import { workdayFrom } from '../days.ts';
import type { Site } from '../dueReports.ts';
import { headOf } from '../people.ts';
import { sampleToday } from '../publishedFigures.ts';
import { Random } from '../random.ts';
import type { FacilityEvent } from '../timeline.ts';
import type { Pledge } from './agreements.ts';
import type { Allotment } from './allotment.ts';

/** From this day on heads fill in a checklist for what is sent to them. */
const since: Day = '2024-10-21';

type Gap = Pick<LookedAt, 'check' | 'note'>;
const gaps: readonly [Gap, ...Gap[]] = [
  { check: 'spareParts', note: 'There is no probe in reserve.' },
  { check: 'wastePlan', note: 'Nobody takes the old batteries yet.' },
  { check: 'operatorRole', note: 'Nobody stands in for the nurse.' },
  { check: 'internet', note: 'The line drops in the afternoon.' },
  { check: 'room', note: 'The room is being painted.' },
];

/** What heads have found of what solutions need at their facilities, by facility. */
export function checklists(
  allotments: Allotment[],
  pledges: Pledge[],
  sites: Site[],
): Map<string, FacilityEvent[]> {
  const profiles = new Map(sites.map(({ profile }) => [profile.facilityId, profile]));
  const found = new Map<string, Map<string, FacilityEvent>>();
  for (const allotment of allotments) {
    const pledge = pledges.find(({ donationId }) => donationId === allotment.donationId);
    const { solutionId } = pledge?.agreement.lines.find(({ lineId }) => lineId === allotment.lineId) ?? {};
    const profile = profiles.get(allotment.placeId);
    const on = lookedOn(allotment);
    if (!pledge || !solutionId || !profile || (pledge.override && on < since)) continue;
    const random = new Random(profile.facilityId, solutionId, 'readiness');
    // What nothing overrides is sent once all is met.
    const gap = pledge.override && random.chance(0.4) ? random.pick(gaps) : undefined;
    const checks = readinessChecks.map((check) =>
      gap?.check === check ? gapAt(gap, on, random) : { check, isMet: true },
    );
    const own = found.get(profile.facilityId) ?? new Map<string, FacilityEvent>();
    found.set(profile.facilityId, own);
    if (own.has(solutionId)) continue;
    const happening = { at: `${on}T07:50:00Z`, by: headOf(profile) };
    own.set(solutionId, { ...happening, action: 'checkReadiness', solutionId, checks });
  }
  return new Map([...found].map(([facilityId, own]) => [facilityId, [...own.values()]]));
}

/** On the day on which the units leave, or are planned to. */
function lookedOn({ days: { planned, shipped } }: Allotment): Day {
  return shipped <= sampleToday ? shipped : planned;
}

function gapAt(gap: Gap, on: Day, random: Random): LookedAt {
  return { ...gap, isMet: false, lookAgainOn: workdayFrom(addDays(on, random.between(7, 40))) };
}
