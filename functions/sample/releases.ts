import * as z from 'zod/mini';
import { addMonths, monthOf, monthsBetween, Month, type Day, type Instant } from '../domain/calendar.ts';
import { addedUp, type Contribution, type Scope } from '../domain/contribution.ts';
import { regionCodes, type CountryPack } from '../domain/countryPack.ts';
import { donorScope } from '../domain/equipment/chain/chainScopes.ts';
import type { Facility } from '../domain/facility/facility.ts';
import { regionInMonth } from '../domain/facility/facilityRegion.ts';
import { cubeOf } from '../domain/progress.ts';
import { frozenOf, toldIn, type Told } from '../domain/release/frozen.ts';
import { reportersScope } from '../domain/release/reporters.ts';
import type { OpenReport } from '../domain/release/release.ts';
import { owesReport } from '../domain/report/liveMonths.ts';
import { ReportStatus } from '../domain/report/reportStatus.ts';
import { outsideScope } from '../domain/toldOutside.ts';
import { toldToWorld } from '../domain/toldToWorld.ts';
import type { Database } from '../store/database.ts';
import { Donors } from '../store/equipment/donors.ts';
import { facilityFrom } from '../store/facility/facilities.ts';
import { Plan } from '../store/plan/plan.ts';
import { addedIn } from '../store/progress.ts';
import { makeRelease } from '../store/release/makeRelease.ts';
import { standingOf } from '../store/release/openReports.ts';
import type { Write } from '../store/write.ts';
import { milestoneSaidAt } from './plan.ts';
import type { Story } from './story.ts';

/** When the release of a month was made. */
interface Making {
  month: Month;
  day: Day;
  at: Instant;
  /** The same, in milliseconds. */
  time: number;
}

/** Ten days after reports were due; the newest on the sample's day. */
function makingsIn({ firstMonth, lastMonth, today }: Story): Making[] {
  return monthsBetween(firstMonth, lastMonth).map((month) => {
    const day = month === lastMonth ? today : `${addMonths(month, 1)}-20`;
    // On the sample's day, once its morning's work is done: whoever looks at it that day works after it.
    const at = `${day}T${month === lastMonth ? '09' : '20'}:00:00Z`;
    return { month, day, at, time: Date.parse(at) };
  });
}

/** What of a report says whether it is open; reading all of each would take as long as telling it. */
const Standing = z.object({
  facilityId: z.string(),
  month: Month,
  region: z.string(),
  status: ReportStatus,
  approved: z.optional(z.unknown()),
});
type Standing = z.infer<typeof Standing>;

/** A report as a command left it. */
interface Left {
  at: number;
  report: Standing;
}

/**
 * Makes the releases of a sample as they would have been made at the time. It hears what its commands write, in whatever
 * order, and keeps what was added to progress until each release; open reports are found part by part.
 */
export class ReleasesTeller {
  readonly #pack: CountryPack;
  /** What was added between each release and the one before it. */
  readonly #added: Contribution[][];
  readonly #open: OpenReport[][];
  readonly #story: Story;
  readonly #makings: Making[];
  readonly #facilities = new Map<string, Facility>();
  readonly #reports = new Map<string, Left[]>();

  constructor(pack: CountryPack, story: Story) {
    this.#pack = pack;
    this.#story = story;
    this.#makings = makingsIn(story);
    this.#added = this.#makings.map(() => []);
    this.#open = this.#makings.map(() => []);
  }

  /** One transaction of a command. */
  hear(writes: Write[]): void {
    const at = writes.map(timeOf).find((each) => each !== undefined);
    if (at === undefined) return;
    const added = this.#added[this.#makings.findIndex((making) => at <= making.time)];
    for (const write of writes) {
      const contribution = addedIn(write, this.#pack);
      if (contribution) added?.push(contribution);
      if (write.table === 'monthlyReports' && write.kind === 'put')
        this.#left(at, Standing.parse(write.item));
    }
  }

  #left(at: number, report: Standing): void {
    const left = { at, report };
    const all = this.#reports.get(report.facilityId);
    if (all) all.push(left);
    else this.#reports.set(report.facilityId, [left]);
  }

  /** All of a part of the sample has been told: which of its reports were open at each release. */
  endPart(writes: Write[]): void {
    for (const write of writes)
      if (write.table === 'facilities' && write.kind === 'put') {
        const facility = facilityFrom(write.item);
        this.#facilities.set(facility.facilityId, facility);
      }
    for (const [index, making] of this.#makings.entries()) this.#open[index]?.push(...this.#openAt(making));
    for (const [index, own] of this.#added.entries()) this.#added[index] = addedUp(own);
    this.#facilities.clear();
    this.#reports.clear();
  }

  #openAt({ month, day, time }: Making): OpenReport[] {
    return [...this.#facilities.values()].flatMap((facility) => {
      const { facilityId, names } = facility;
      const until = (this.#reports.get(facilityId) ?? []).filter(({ at }) => at <= time);
      const newest = new Map(until.map(({ report }) => [report.month, report]));
      const then = { stages: facility.stages.filter(({ date }) => date <= day) };
      const waits = (each: Month) => newest.get(each)?.status === 'submitted';
      const months = [...newest.keys()].filter((each) => each < month && waits(each));
      const isOpen = waits(month) || (owesReport(then, month, this.#pack) && !newest.get(month)?.approved);
      return [...months, ...(isOpen ? [month] : [])].map((each) => ({
        facilityId,
        names,
        region: newest.get(each)?.region ?? regionInMonth(facility, each),
        month: each,
        standing: standingOf(newest.get(each)),
      }));
    });
  }

  /** Makes them all, in the order of time. */
  async tell(database: Database): Promise<void> {
    const pack = this.#pack;
    const donorIds = (await new Donors(database, pack).all()).map(({ donorId }) => donorId);
    const milestones = await new Plan(database, pack).milestones();
    const regions = regionCodes(pack);
    let rows: Contribution[] = [];
    let before: Told | undefined;
    for (const [index, { month, day, at }] of this.#makings.entries()) {
      rows = addedUp([...rows, ...(this.#added[index] ?? [])]);
      const byScope = Map.groupBy(
        rows.filter((one) => one.month <= addMonths(monthOf(day), 1)),
        ({ scope }) => scope,
      );
      const outside = byScope.get(outsideScope) ?? [];
      const country = byScope.get('country') ?? [];
      const worldOf = (own: Contribution[], scope?: 'country') => {
        const told = toldToWorld(own, outside, pack, scope);
        return cubeOf(told.rows, told.regions);
      };
      const reportersOf = (scope: Scope) => cubeOf(byScope.get(reportersScope(scope)) ?? [], regions);
      const there = {
        country: cubeOf(country, regions),
        outside: { cube: worldOf(country, 'country'), reporters: reportersOf('country') },
        donors: donorIds.map((donorId) => ({
          donorId,
          cube: worldOf(byScope.get(donorScope(donorId)) ?? []),
          reporters: reportersOf(donorScope(donorId)),
        })),
        open: (this.#open[index] ?? []).toSorted((a, b) => (a.region < b.region ? -1 : 1)),
        milestones: milestones.filter((milestone) => milestoneSaidAt(milestone, this.#story) <= at),
        before,
      };
      const frozen = frozenOf(there, month, pack);
      before = toldIn(new Map(Object.entries(frozen.content)));
      await makeRelease(
        database,
        pack,
        {
          order: { month },
          today: day,
          authorise: () => undefined,
          freeze: () => Promise.resolve(frozen),
        },
        {
          action: 'makeRelease',
          content: { month },
          by: this.#story.manager,
          at,
          basedOn: 0,
          idempotencyKey: `sample-release-${month}`,
        },
      );
    }
  }
}

/** When a command was done, as its entry in history says. */
function timeOf(write: Write): number | undefined {
  const at = write.table === 'history' && write.kind === 'put' ? write.item['at'] : undefined;
  return typeof at === 'string' ? Date.parse(at) : undefined;
}
