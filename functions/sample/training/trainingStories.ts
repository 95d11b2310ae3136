import { addDays, type Day, type Instant } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Person } from '../../domain/person.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { cancelSession, registerSession, type TrainingCase } from '../../domain/training/trainingRules.ts';
import type { Attendance, Staff, TrainingSession } from '../../domain/training/trainingSession.ts';
import type { StaffRole } from '../../domain/training/bounds.ts';
import { addingUpTo } from '../consultations.ts';
import { workdayFrom } from '../days.ts';
import type { Site } from '../dueReports.ts';
import { headOf, manager, reviewerOf } from '../people.ts';
import { sampleToday, workersTrained } from '../publishedFigures.ts';
import { Random } from '../random.ts';
import { plannedSessions, type Planned } from './plannedSessions.ts';

/** A session as it became at one time, and who told so. */
export interface TrainingStep {
  action: 'register' | 'cancel';
  session: TrainingSession;
  by: Person;
  at: Instant;
}

/** What became of each session, in the order of its steps. */
export type TrainingStory = [TrainingStep, ...TrainingStep[]];

/** How many more were called off, and how many of the published ones are told twice. */
const calledOff = 6;
const toldTwice = 1;
const reasons = [
  'The power was off all day.',
  'An air alert; the trainer could not come.',
  'Moved to spring.',
];

/** The sample's training: the sessions and the workers trained are the published ones. */
export function trainingStories(sites: Site[], solutions: Solution[], pack: CountryPack): TrainingStory[] {
  const planned = plannedSessions(sites, solutions, toldTwice);
  const exact = addingUpTo(
    workersTrained,
    planned.flatMap(({ coming }) => coming.map(({ drawn }) => drawn)),
  );
  const on = caseOf(sites, solutions, pack);
  const news = exact.values();
  const stories = planned.map((one, index): TrainingStory => {
    const random = new Random('training', one.day, String(index));
    const lines = one.coming.map(({ site }) => ({
      facilityId: site.profile.facilityId,
      staff: staffOf(site, news.next().value ?? 0, random),
    }));
    return registered(`session-${String(index + 1).padStart(4, '0')}`, one, lines, on(one));
  });
  return [...stories, ...twice(stories, sites), ...cancelled(planned, on)];
}

function caseOf(sites: Site[], solutions: Solution[], pack: CountryPack) {
  const facilities = new Map(
    sites.map(({ profile: { facilityId, region } }) => [facilityId, { facilityId, region }]),
  );
  return ({ about }: Planned): TrainingCase => ({
    pack,
    today: sampleToday,
    facilities,
    mayTellOf: () => true,
    solution:
      'solutionId' in about ? solutions.find((one) => one.solutionId === about.solutionId) : undefined,
  });
}

function registered(
  sessionId: string,
  { about, coming, day, mode, hours, provider, host }: Planned,
  lines: { facilityId: string; staff: Staff }[],
  on: TrainingCase,
): TrainingStory {
  const [first] = coming;
  const told = { ...about, day, mode, hours, provider, host, lines };
  const by = host.kind === 'nation' || !first ? manager : tellerOf(first.site, day);
  return [{ action: 'register', session: registerSession(sessionId, told, on), by, at: laterAt(day, 1) }];
}

/** Since heads can, they tell of every third session themselves. */
function tellerOf({ profile }: Site, day: Day): Person {
  const isByHead = day > '2024-06' && new Random(profile.facilityId, day, 'teller').chance(0.33);
  return isByHead ? headOf(profile) : reviewerOf(profile);
}

const laterAt = (day: Day, days: number): Instant => `${workdayFrom(addDays(day, days))}T09:40:00Z`;

/** So many are new to equipment; some more to what is taught, and some knew all of it. */
function staffOf({ profile }: Site, newToEquipment: number, random: Random): Staff {
  const newToSolution = newToEquipment + random.between(newToEquipment ? 0 : 1, 3);
  const attending = newToSolution + random.between(0, 2);
  const staff: Partial<Record<StaffRole, Attendance>> = {};
  for (let person = 0; person < attending; person += 1) {
    const role = roleAt(profile.type, random.next());
    const { attending: before, ...count } = staff[role] ?? {
      attending: 0,
      newToSolution: 0,
      newToEquipment: 0,
    };
    staff[role] = {
      attending: before + 1,
      newToSolution: count.newToSolution + (person < newToSolution ? 1 : 0),
      newToEquipment: count.newToEquipment + (person < newToEquipment ? 1 : 0),
    };
  }
  return staff;
}

function roleAt(type: string, chance: number): StaffRole {
  if (type === 'emergencyStation') return chance < 0.7 ? 'paramedic' : 'doctor';
  return chance < 0.42 ? 'doctor' : chance < 0.9 ? 'nurse' : 'other';
}

/** A head has told again of what a manager had told already: it waits to be merged. */
function twice(stories: TrainingStory[], sites: Site[]): TrainingStory[] {
  const known = stories.findLast(
    ([{ session, by }]) =>
      session.host.kind === 'facility' &&
      session.host.region === 'UA-46' &&
      by.accountId.startsWith('manager'),
  );
  const site = sites.find(({ profile }) => profile.facilityId === known?.[0].session.lines[0]?.facilityId);
  if (!known || !site) return [];
  const [{ session }] = known;
  const lines = session.lines.map((line) => ({ ...line, staff: knowingAll(line.staff) }));
  const provider = session.provider.replace('National centre', 'Centre');
  const again = { ...session, sessionId: 'session-told-twice', provider, lines };
  return [[{ action: 'register', session: again, by: headOf(site.profile), at: laterAt(session.day, 3) }]];
}

/** The head counts nobody a second time. */
function knowingAll(staff: Staff): Staff {
  return Object.fromEntries(
    Object.entries(staff).map(([role, { attending, newToSolution }]) => [
      role,
      { attending, newToSolution, newToEquipment: 0 },
    ]),
  );
}

/** Some that were entered and then did not take place. */
function cancelled(planned: Planned[], on: (one: Planned) => TrainingCase): TrainingStory[] {
  const every = Math.floor(planned.length / (calledOff + 1));
  return Array.from({ length: calledOff }, (_, index) => planned[(index + 1) * every]).flatMap(
    (one, index) => {
      if (!one) return [];
      const random = new Random('called off', String(index));
      const lines = one.coming.map(({ site }) => ({
        facilityId: site.profile.facilityId,
        staff: staffOf(site, 0, random),
      }));
      const hours = one.hours + 1;
      const [step] = registered(`session-off-${index + 1}`, { ...one, hours }, lines, on(one));
      const session = cancelSession(step.session, reasons[index % reasons.length] ?? '');
      return [[step, { action: 'cancel', session, by: step.by, at: laterAt(one.day, 2) }]];
    },
  );
}
