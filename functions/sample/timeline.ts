import { adoptByHand } from '../domain/solution/adoptByHand.ts';
import { checkReadiness } from '../domain/facility/checkReadiness.ts';
import type { Day, Instant, Month } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import {
  changeStage,
  register,
  type Facility,
  type Stage,
  type SuspensionReason,
} from '../domain/facility/facility.ts';
import type { Consignment } from '../domain/equipment/consignment.ts';
import { equippedFacility } from '../domain/equipment/equippedFacility.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import type { Person } from '../domain/person.ts';
import type { LookedAt } from '../domain/facility/readiness.ts';
import { ensure } from '../domain/refusal.ts';
import type { Solution } from '../domain/solution/solution.ts';
import * as rules from '../domain/report/monthlyReport.ts';
import { decideUnits, type UnitsEvent } from './equipment/unitsEvent.ts';

interface Happening {
  at: Instant;
  by: Person;
}

/** A command on a facility. */
export type FacilityEvent = Happening &
  (
    | { action: 'register'; profile: FacilityProfile }
    | { action: 'changeStage'; stage: Stage; reason?: SuspensionReason }
    | { action: 'adopt'; solution: Solution; from: Day; source: string }
    | { action: 'checkReadiness'; solutionId: string; checks: LookedAt[] }
  );

/** A command on a facility's report for a month. */
export type ReportEvent = Happening & { month: Month } & (
    | { action: 'saveDraft' | 'submit'; body: rules.ReportBody }
    | { action: 'return'; field: string; reason: string }
    | { action: 'approve' }
    | { action: 'correct'; reason: string }
  );

export type SampleEvent = FacilityEvent | ReportEvent | UnitsEvent;

/** All that happened at one facility, in the order of time. */
export interface Timeline {
  facilityId: string;
  events: SampleEvent[];
  /** The equipment that is planned for it before anything of it is told. */
  planned: Consignment[];
}

/** Whether the event is about a report. */
export function isAboutReport(event: SampleEvent): event is ReportEvent {
  return 'month' in event;
}

/** Whether the event is about equipment. */
export function isAboutUnits(event: SampleEvent): event is UnitsEvent {
  return 'consignmentId' in event;
}

/** The day in the country; events happen in working hours, when it is the same day in UTC. */
export function dayOf({ at }: Happening): Day {
  return at.slice(0, 10);
}

/** The facility after the event, by the domain's own rules; `reported` are the months it has handed in so far. */
export function decideFacility(
  event: FacilityEvent,
  before: Facility | undefined,
  { pack, reported }: { pack: CountryPack; reported: Month[] },
): Facility {
  const date = dayOf(event);
  const { accountId } = event.by;
  if (event.action === 'register') {
    const { profile } = event;
    const facilities = (profile.links ?? []).map((link) => link.facilityId);
    return register(profile, { pack, date, by: accountId, today: date, facilities, takenCodes: [] });
  }
  ensure(before, 'notFound', 'There is no such facility.');
  if (event.action === 'adopt') {
    const { solution, from, source } = event;
    return adoptByHand(before, solution, { from, source }, { pack, today: date });
  }
  if (event.action === 'checkReadiness') {
    const { solutionId, checks } = event;
    return checkReadiness(before, { solutionId, on: date, by: accountId, checks }, { pack, today: date });
  }
  const change = { stage: event.stage, date, by: accountId, ...(event.reason && { reason: event.reason }) };
  return changeStage(before, change, { pack, today: date, reported });
}

/** The report after the event, by the domain's own rules. */
export function decideReport(event: ReportEvent, on: rules.ReportCase): rules.MonthlyReport {
  switch (event.action) {
    case 'saveDraft':
      return rules.saveDraft(on, event.body);
    case 'submit':
      return rules.submit(on, event.body);
    case 'return':
      return rules.returnReport(on, event.field, event.reason, event.by);
    case 'approve':
      return rules.approve(on);
    case 'correct':
      return rules.correct(on, event.reason);
  }
}

/** The records a timeline leaves behind, without a database. */
export function replayed(
  { facilityId, events, planned }: Timeline,
  pack: CountryPack,
): { facility: Facility | undefined; reports: rules.MonthlyReport[]; consignments: Consignment[] } {
  let facility: Facility | undefined;
  const reports = new Map<Month, rules.MonthlyReport>();
  const units = new Map(planned.map((one) => [one.consignmentId, one]));
  for (const event of events) {
    if (isAboutUnits(event)) {
      ensure(facility, 'notFound', 'There is no such facility.');
      const places = new Map([[facilityId, { placeId: facilityId, region: facility.region }]]);
      const { after, parts } = decideUnits(event, units.get(event.consignmentId), places);
      for (const one of [after, ...parts]) units.set(one.consignmentId, one);
      facility = equippedFacility(facility, [after, ...parts]) ?? facility;
    } else if (isAboutReport(event)) {
      ensure(facility, 'notFound', 'There is no such facility.');
      const { month, at } = event;
      const on = { pack, facility, month, report: reports.get(month), today: dayOf(event), at };
      reports.set(month, decideReport(event, on));
    } else {
      const reported = [...reports.values()].filter(({ submittedOn }) => submittedOn);
      facility = decideFacility(event, facility, { pack, reported: reported.map(({ month }) => month) });
    }
  }
  return { facility, reports: [...reports.values()], consignments: [...units.values()] };
}
