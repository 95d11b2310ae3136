import { addDays, addMonths, daysFrom, monthsBetween, type Day } from '../../domain/calendar.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import type { ToldHost } from '../../domain/training/trainingSession.ts';
import { workdayUpTo } from '../days.ts';
import type { Site } from '../dueReports.ts';
import { lastMonth, trainingSessions } from '../publishedFigures.ts';
import { Random } from '../random.ts';
import { firstSteps, furtherSubjects, openSubjects, subjectOf, type Subject } from './topics.ts';

/** A session as it is made up: who is to come, and of each facility how many are about to see such equipment for the first time. */
export interface Planned extends Subject {
  day: Day;
  mode: 'onSite' | 'remote';
  hours: number;
  host: ToldHost;
  coming: { site: Site; drawn: number }[];
}

const lastDay: Day = `${lastMonth}-29`;
const firstNational = '2023-02';

/** As many sessions as were published, each facility's first on the day from which its staff is trained. */
export function plannedSessions(sites: Site[], solutions: Solution[], others: number): Planned[] {
  const trained = sites.flatMap((site) => {
    const from = site.stages.find(({ stage }) => stage === 'trained')?.date;
    return from ? [{ ...site, from }] : [];
  });
  const called = [
    ...trained.map(beginning),
    ...trained.flatMap((site) => onSolutions(site, solutions)),
    ...ofRegions(trained),
    ...ofNation(trained),
  ];
  const further = trained
    .flatMap(furtherAt)
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, trainingSessions - others - called.length)
    .map(({ planned }) => planned);
  return [...called, ...further].toSorted((a, b) => a.day.localeCompare(b.day));
}

type Trained = Site & { from: Day };

const atSite = ({ profile: { facilityId } }: Site): ToldHost => ({ kind: 'facility', facilityId });

function beginning(site: Trained): Planned {
  const { facilityId, type } = site.profile;
  const random = new Random(facilityId, 'first training');
  const drawn = random.between(2, 4) + (/hospital/i.test(type) ? random.between(1, 2) : 0);
  return {
    ...firstSteps,
    day: site.from,
    mode: 'onSite',
    hours: 4,
    host: atSite(site),
    coming: [{ site, drawn }],
  };
}

/** What a facility can use, its people have learnt in the weeks before. */
function onSolutions(site: Trained, solutions: Solution[]): Planned[] {
  return (site.adoptions ?? []).flatMap(({ solutionId, periods: [span] }) => {
    const solution = solutions.find((one) => one.solutionId === solutionId);
    const begun = solution?.stages[0]?.date;
    if (!solution || !begun || !span) return [];
    const random = new Random(site.profile.facilityId, solutionId, 'training');
    const day = workdayUpTo(addDays(span.from, -random.between(1, 14)));
    if (day < begun || day > lastDay) return [];
    const coming = [{ site, drawn: random.chance(0.2) ? 1 : 0 }];
    return [
      {
        ...subjectOf(solution),
        day,
        mode: 'onSite',
        hours: random.between(4, 12) / 2,
        host: atSite(site),
        coming,
      },
    ];
  });
}

/** Departments of health call the facilities of their region together, more often where there are more. */
function ofRegions(trained: Trained[]): Planned[] {
  return [...Map.groupBy(trained, ({ profile }) => profile.region)].flatMap(([region, own]) =>
    Array.from({ length: Math.round(own.length / 3) }, (_, index) => {
      const random = new Random(region, 'regional training', String(index));
      return called({ kind: 'region', region }, own, random.pick(openSubjects), random, [2, 8]);
    }).flat(),
  );
}

/** Twice a month the ministry invites whoever wants to come, to a screen. */
function ofNation(trained: Trained[]): Planned[] {
  return monthsBetween(firstNational, lastMonth).flatMap((month) =>
    ['06', '20'].flatMap((date) => {
      const random = new Random(month, date, 'national training');
      const known = trained.filter(({ from }) => from < `${month}-${date}`);
      const drawn = called({ kind: 'nation' }, known, random.pick(openSubjects), random, [4, 12]);
      return drawn.map((planned) => ({
        ...planned,
        day: workdayUpTo(`${month}-${date}`),
        mode: 'remote' as const,
      }));
    }),
  );
}

/** A session of some of these facilities, on a day when they have begun. */
function called(
  host: ToldHost,
  own: Trained[],
  subject: Subject,
  random: Random,
  [least, most]: [number, number],
): Planned[] {
  const [first] = own.map(({ from }) => from).toSorted();
  if (!first || first >= lastDay) return [];
  const day = workdayUpTo(addDays(first, random.between(0, daysFrom(first, lastDay))));
  const known = own.filter(({ from }) => from <= day);
  const coming = known
    .map((site) => ({ site, turn: random.next(), drawn: random.chance(0.06) ? 1 : 0 }))
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, random.between(least, most))
    .map(({ site, drawn }) => ({ site, drawn }));
  if (coming.length === 0) return [];
  const mode = random.chance(0.4) ? 'onSite' : 'remote';
  return [
    { ...subject, day: day < first ? first : day, mode, hours: random.between(2, 6) / 2, host, coming },
  ];
}

/** What a facility may have held later, and how likely that is. */
function furtherAt(site: Trained): { turn: number; planned: Planned }[] {
  const { facilityId } = site.profile;
  const paused = site.stages.find(({ stage }) => stage === 'suspended')?.date;
  const until = paused ?? lastDay;
  return monthsBetween(addMonths(site.from.slice(0, 7), 2), until.slice(0, 7)).flatMap((month) => {
    const random = new Random(facilityId, month, 'further training');
    const day = workdayUpTo(`${month}-${String(random.between(3, 27)).padStart(2, '0')}`);
    const turn = random.next();
    if (day > until) return [];
    const coming = [{ site, drawn: random.chance(0.35) ? 1 : 0 }];
    const subject = random.pick(furtherSubjects);
    const hours = random.between(2, 6) / 2;
    return [
      { turn, planned: { ...subject, day, mode: 'onSite' as const, hours, host: atSite(site), coming } },
    ];
  });
}
