import type { CountryPack } from '../domain/countryPack.ts';
import { equippedFacility } from '../domain/equipment/equippedFacility.ts';
import type { Facility } from '../domain/facility/facility.ts';
import { newerLatest, type MonthlyReport, type ReportCase } from '../domain/report/monthlyReport.ts';
import { changeFacility } from '../store/facility/changeFacility.ts';
import { changeReport } from '../store/report/changeReport.ts';
import { checksFor } from '../domain/facility/readiness.ts';
import { Facilities } from '../store/facility/facilities.ts';
import { MonthlyReports } from '../store/report/monthlyReports.ts';
import { UnitsTeller } from './equipment/tellUnits.ts';
import type { OwnWrites } from './ownWrites.ts';
import {
  dayOf,
  decideFacility,
  decideReport,
  isAboutReport,
  isAboutUnits,
  type FacilityEvent,
  type ReportEvent,
  type Timeline,
} from './timeline.ts';

/** Whoever loads the sample answers for it; the rules of the domain hold all the same. */
const anyone = () => undefined;

/** Does one facility's commands in order; those that were done before are left out. */
export async function replay(
  database: OwnWrites,
  pack: CountryPack,
  { facilityId, events }: Pick<Timeline, 'facilityId' | 'events'>,
): Promise<void> {
  let facility = await new Facilities(database).find(facilityId);
  const found = facility ? await new MonthlyReports(database).ofFacility(facilityId) : [];
  database.rememberAll('monthlyReports', facilityId, found);
  const units = await UnitsTeller.of(database, pack, events.filter(isAboutUnits));
  const reports = new Reports(database, pack, found);
  for (const event of events) {
    database.remember('facilities', { facilityId }, facility);
    if (isAboutUnits(event)) {
      const changed = await units.tell(event);
      if (facility && changed)
        facility = equippedFacility(facility, [changed.after, ...changed.parts]) ?? facility;
    } else if (isAboutReport(event)) {
      const report = await reports.tell(facilityId, event);
      if (facility && report) facility = withLatest(facility, report, pack);
    } else if (!isDone(event, facility)) {
      facility = await move(database, pack, { facilityId, event, facility });
    }
  }
  database.remember('facilities', { facilityId }, facility);
}

/** Whether the facility shows that this was done. */
function isDone(event: FacilityEvent, facility: Facility | undefined): boolean {
  if (event.action === 'register') return facility !== undefined;
  const { stages = [], adoptions = [] } = facility ?? {};
  if (event.action === 'checkReadiness') return checksFor(facility ?? {}, event.solutionId).length > 0;
  if (event.action === 'adopt')
    return adoptions.some((one) => one.solutionId === event.solution.solutionId && one.byHand);
  return stages.some(({ stage, date }) => stage === event.stage && date === dayOf(event));
}

function move(
  database: OwnWrites,
  pack: CountryPack,
  {
    facilityId,
    event,
    facility,
  }: { facilityId: string; event: FacilityEvent; facility: Facility | undefined },
): Promise<Facility> {
  const { at, by, action, ...content } = event;
  const what = namedIn(event);
  const idempotencyKey = ['sample', action, ...(what ? [what] : [])].join('-');
  const command = { at, by, action, content, basedOn: facility?.version ?? 0, idempotencyKey };
  return changeFacility(database, pack, facilityId, command, {
    authorise: anyone,
    decide: (was, { reported }) => decideFacility(event, was, { pack, reported }),
  });
}

/** What tells an event from the facility's others of its action. */
function namedIn(event: FacilityEvent): string | undefined {
  if (event.action === 'adopt') return event.solution.solutionId;
  if (event.action === 'checkReadiness') return event.solutionId;
  return event.action === 'changeStage' ? event.stage : undefined;
}

/** A facility's reports, as far as they are told. */
class Reports {
  readonly #database: OwnWrites;
  readonly #pack: CountryPack;
  readonly #reports: Map<string, MonthlyReport>;
  readonly #told = new Map<string, number>();

  constructor(database: OwnWrites, pack: CountryPack, known: MonthlyReport[]) {
    this.#database = database;
    this.#pack = pack;
    this.#reports = new Map(known.map((report) => [report.month, report]));
  }

  /** The report after the event; undefined where it was told before. */
  async tell(facilityId: string, event: ReportEvent): Promise<MonthlyReport | undefined> {
    const { at, by, action, ...content } = event;
    const { month } = event;
    const before = this.#reports.get(month);
    const basedOn = this.#told.get(month) ?? 0;
    this.#told.set(month, basedOn + 1);
    if (basedOn < (before?.version ?? 0)) return undefined;
    const idempotencyKey = `sample-${month}-v${basedOn + 1}`;
    const command = {
      facilityId,
      month,
      at,
      by,
      action,
      content,
      basedOn,
      idempotencyKey,
      today: dayOf(event),
    };
    this.#database.remember('monthlyReports', { facilityId, month }, before);
    const report = await changeReport(this.#database, this.#pack, command, {
      authorise: anyone,
      decide: (on: ReportCase) => decideReport(event, on),
      shown: (shown) => shown,
    });
    this.#reports.set(month, report);
    return report;
  }
}

/** The facility as it is once the report is written: with it as the latest, unless there is one of a later month. */
function withLatest(facility: Facility, report: MonthlyReport, pack: CountryPack): Facility {
  const latest = newerLatest(facility.latest, report, pack);
  return latest ? { ...facility, latest } : facility;
}
