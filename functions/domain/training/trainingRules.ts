import { monthOf, type Day, daysFrom } from '../calendar.ts';
import { ensureInProgramme, regionCodes, type CountryPack } from '../countryPack.ts';
import type { Facility } from '../facility/facility.ts';
import { regionInMonth } from '../facility/facilityRegion.ts';
import { plainText } from '../plainText.ts';
import { ensure } from '../refusal.ts';
import type { Solution } from '../solution/solution.ts';
import { attendedBy } from './attendance.ts';
import { mostLines, mostLinesAtOnce, staffRoles, mostDaysApart } from './bounds.ts';
import { placedAnew } from './trainingPlaces.ts';
import type {
  Staff,
  ToldHost,
  ToldLine,
  ToldSession,
  TrainingHost,
  TrainingLine,
  TrainingSession,
} from './trainingSession.ts';

/** What a session is judged by. */
export interface TrainingCase {
  pack: CountryPack;
  today: Day;
  /** The solution that it names, if there is such a one. */
  solution?: Pick<Solution, 'solutionId' | 'stages'> | undefined;
  /** Those of the facilities it names that there are. */
  facilities: ReadonlyMap<string, Pick<Facility, 'facilityId' | 'region' | 'formerRegions'>>;
  /** Whether the caller may tell of those of a facility. */
  mayTellOf: (line: Pick<TrainingLine, 'facilityId' | 'region'>) => boolean;
}

/** A session that was held. */
export function registerSession(sessionId: string, told: ToldSession, on: TrainingCase): TrainingSession {
  const { lines, host, ...facts } = told;
  ensureFacts(told, on);
  const session = {
    sessionId,
    version: 1,
    ...facts,
    host: hostOf(host, told.day, on),
    lines: linesOf(lines, [], { ...on, day: told.day, version: 1 }),
  };
  ensureFits(undefined, session);
  return session;
}

/** The session becomes this one, as a whole. */
export function editSession(session: TrainingSession, told: ToldSession, on: TrainingCase): TrainingSession {
  ensureHeld(session);
  const { lines, host, ...facts } = told;
  ensureFacts(told, on);
  const { sessionId, doubles } = session;
  const version = session.version + 1;
  const edited = {
    sessionId,
    version,
    ...facts,
    host: hostOf(host, told.day, on),
    lines: linesOf(lines, session.lines, { ...on, day: told.day, version }),
    ...(doubles && { doubles }),
  };
  const left = session.lines.filter((line) => !edited.lines.some((one) => isOfSame(one, line)));
  for (const line of left) ensureMayTell(line, on, 'lines');
  ensureFits(session, edited);
  return edited;
}

/** Those of one facility were there: so many, whatever was told of them before; where it is nobody, that is taken back. */
export function tellLine(session: TrainingSession, told: ToldLine, on: TrainingCase): TrainingSession {
  ensureHeld(session);
  const version = session.version + 1;
  const known = session.lines.find((one) => isOfSame(one, told));
  const others = session.lines.filter((one) => one !== known);
  const circumstances = { ...on, day: session.day, version };
  const fields = { facility: 'facilityId', staff: 'staff' };
  if (known && isNobody(told.staff)) {
    ensureMayTell(known, on, fields.facility);
    ensureSomebody(others, session.host, fields.staff);
    return { ...session, version, lines: others };
  }
  const line = lineOf(told, session.lines, circumstances, fields);
  const after = { ...session, version, lines: [...others, line].toSorted(byFacility) };
  ensureFits(session, after);
  return after;
}

/** The session did not happen, or not as a training. */
export function cancelSession(session: TrainingSession, reason: string): TrainingSession {
  ensureHeld(session);
  return { ...session, version: session.version + 1, cancelled: { reason } };
}

/**
 * Two sessions are one that was told twice: the first stays, with those of all facilities, the other one counts no more.
 * Where both tell of a facility, what the first one tells holds.
 */
export function mergeSessions(
  session: TrainingSession,
  double: TrainingSession,
  on: Pick<TrainingCase, 'facilities'>,
): [kept: TrainingSession, double: TrainingSession] {
  ensure(session.sessionId !== double.sessionId, 'invalid', 'A session is no double of itself.', {
    field: 'doubleId',
  });
  ensureHeld(session);
  ensureHeld(double, 'doubleId');
  ensure(
    Math.abs(daysFrom(session.day, double.day)) <= mostDaysApart,
    'dateNotAllowed',
    `Two tellings of one session are at most ${mostDaysApart} days apart: correct the day first.`,
    { field: 'doubleId' },
  );
  const version = session.version + 1;
  const added = double.lines
    .filter((line) => !session.lines.some((one) => isOfSame(one, line)))
    .map((line) => ({ ...line, region: regionOf(line.facilityId, session.day, on) ?? line.region, version }));
  const kept = {
    ...session,
    version,
    lines: [...session.lines, ...added].toSorted(byFacility),
    doubles: [...(session.doubles ?? []), double.sessionId],
  };
  const most = `Only ${mostLinesAtOnce} facilities can be taken over at once: enter the others at this session first.`;
  ensureFits(session, kept, { sentence: most, field: 'doubleId' });
  const { sessionId: mergedInto } = session;
  return [kept, { ...double, version: double.version + 1, cancelled: { mergedInto } }];
}

function ensureHeld({ cancelled }: TrainingSession, field?: string): void {
  ensure(!cancelled, 'wrongState', 'This session is cancelled.', field ? { field } : {});
}

function ensureFacts({ day, solutionId, topic, host, lines }: ToldSession, on: TrainingCase): void {
  const { pack, today, solution } = on;
  ensureInProgramme(day, pack, today, 'day');
  ensure(
    (solutionId === undefined) !== (topic === undefined),
    'invalid',
    'A session is about a solution or about something else: say one of them.',
    { field: 'solutionId' },
  );
  ensure(!solutionId || solution, 'invalid', `There is no solution "${solutionId}".`, {
    field: 'solutionId',
  });
  const begun = solution?.stages[0]?.date ?? day;
  ensure(day >= begun, 'dateNotAllowed', `This solution has been there since ${begun} only.`, {
    field: 'day',
  });
  ensureSomebody(lines, host, 'lines');
}

/** Of what a facility held it is known who came; to others' sessions, facilities may tell it later. */
function ensureSomebody(lines: readonly ToldLine[], host: ToldHost, field: string): void {
  ensure(
    lines.length > 0 || host.kind !== 'facility',
    'invalid',
    'Somebody came to what a facility held: say who, or cancel it.',
    { field },
  );
}

/** The host of a session as it is kept: where it was on its day. Refuses places that there are not. */
export function hostOf(host: ToldHost, day: Day, on: TrainingCase): TrainingHost {
  if (host.kind === 'nation') return host;
  if (host.kind === 'region') {
    ensure(
      regionCodes(on.pack).includes(host.region),
      'unknownRegion',
      `There is no region "${host.region}" in this country.`,
      { field: 'host.region' },
    );
    return host;
  }
  const region = regionOf(host.facilityId, day, on);
  ensure(region, 'notFound', noFacility, { field: 'host.facilityId' });
  return { ...host, region };
}

interface LineCase extends TrainingCase {
  day: Day;
  version: number;
}

function linesOf(told: ToldLine[], before: TrainingLine[], on: LineCase): TrainingLine[] {
  const ids = told.map(({ facilityId }) => facilityId);
  const twice = ids.findIndex((facilityId, index) => ids.indexOf(facilityId) < index);
  ensure(twice < 0, 'alreadyExists', 'This facility is named twice.', { field: `lines.${twice}.facilityId` });
  return told
    .map((line, index) =>
      lineOf(line, before, on, { facility: `lines.${index}.facilityId`, staff: `lines.${index}.staff` }),
    )
    .toSorted(byFacility);
}

/** A line as it is told; one that says what is known already stays as it is, whoever tells it. */
function lineOf(
  { facilityId, staff }: ToldLine,
  before: TrainingLine[],
  on: LineCase,
  fields: { facility: string; staff: string },
): TrainingLine {
  const known = before.find((one) => one.facilityId === facilityId);
  const region = regionOf(facilityId, on.day, on) ?? known?.region;
  ensure(region, 'notFound', noFacility, { field: fields.facility });
  if (known && plainText(known.staff) === plainText(staff)) return { ...known, region };
  ensureMayTell({ facilityId, region }, on, fields.facility);
  ensureStaff(staff, fields.staff);
  return { facilityId, region, staff, version: on.version };
}

const noFacility = 'There is no such facility.';

/** Who may not tell of a facility is not told whether there is one. */
function ensureMayTell(
  line: Pick<TrainingLine, 'facilityId' | 'region'>,
  { mayTellOf }: TrainingCase,
  field: string,
): void {
  ensure(mayTellOf(line), 'notFound', noFacility, { field });
}

function ensureStaff(staff: Staff, field: string): void {
  for (const role of staffRoles) {
    const { attending = 0, newToSolution = 0, newToEquipment = 0 } = staff[role] ?? {};
    ensure(newToSolution <= attending, 'moreThanItsWhole', 'No more can be new to it than there were.', {
      field: `${field}.${role}.newToSolution`,
    });
    ensure(
      newToEquipment <= newToSolution,
      'moreThanItsWhole',
      'Who is new to telemedicine equipment is new to this as well.',
      { field: `${field}.${role}.newToEquipment` },
    );
  }
  ensure(attendedBy(staff).attending > 0, 'tooLow', 'Somebody came, or the facility is left out.', { field });
}

function regionOf(facilityId: string, day: Day, { facilities }: Pick<TrainingCase, 'facilities'>) {
  const facility = facilities.get(facilityId);
  return facility && regionInMonth(facility, monthOf(day));
}

const enteredAtOnce = {
  sentence: `Only ${mostLinesAtOnce} facilities can be entered at once: add the others afterwards.`,
  field: 'lines',
};
const movedAtOnce = {
  sentence: `In another month only ${mostLinesAtOnce} facilities can be counted at once: call this session off, and enter it again.`,
  field: 'day',
};

/** What one command writes must fit a transaction, and a session one item; says what to do where it does not. */
function ensureFits(
  before: TrainingSession | undefined,
  after: TrainingSession,
  { sentence, field } = before && monthOf(before.day) !== monthOf(after.day) ? movedAtOnce : enteredAtOnce,
): void {
  ensure(after.lines.length <= mostLines, 'tooHigh', `A session has ${mostLines} facilities at most.`, {
    field: 'lines',
  });
  const lines = placedAnew(before, after).filter((id) =>
    after.lines.some(({ facilityId }) => facilityId === id),
  );
  ensure(lines.length <= mostLinesAtOnce, 'tooHigh', sentence, { field });
}

const isNobody = (staff: Staff): boolean => Object.values(attendedBy(staff)).every((count) => count === 0);
const isOfSame = (one: ToldLine, other: ToldLine): boolean => one.facilityId === other.facilityId;
const byFacility = (a: ToldLine, b: ToldLine): number => (a.facilityId < b.facilityId ? -1 : 1);
