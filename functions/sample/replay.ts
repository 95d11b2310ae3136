import type { CountryPack } from '../domain/countryPack.ts';
import type { ReportCase } from '../domain/report/monthlyReport.ts';
import type { Database } from '../store/database.ts';
import { changeFacility } from '../store/facility/changeFacility.ts';
import { Facilities } from '../store/facility/facilities.ts';
import { changeReport } from '../store/report/changeReport.ts';
import type { UnitsTeller } from './equipment/tellUnits.ts';
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
const authorise = () => undefined;

/** Does one facility's commands in order, by the same changes as when people ask for them. */
export async function replay(
  database: Database,
  pack: CountryPack,
  { facilityId, events }: Pick<Timeline, 'facilityId' | 'events'>,
  units: UnitsTeller,
): Promise<void> {
  const versions = new Map<string, number>();
  for (const event of events) {
    if (isAboutUnits(event)) await units.tell(event);
    else if (isAboutReport(event)) {
      const basedOn = versions.get(event.month) ?? 0;
      versions.set(event.month, basedOn + 1);
      await report(database, pack, { facilityId, event, basedOn });
    } else await move(database, pack, facilityId, event);
  }
}

async function move(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  event: FacilityEvent,
): Promise<void> {
  const { at, by, action, ...content } = event;
  const what = namedIn(event);
  const idempotencyKey = ['sample', action, ...(what ? [what] : [])].join('-');
  const facility = await new Facilities(database).find(facilityId);
  const command = { at, by, action, content, basedOn: facility?.version ?? 0, idempotencyKey };
  await changeFacility(database, pack, facilityId, command, {
    authorise,
    decide: (before, { reported }) => decideFacility(event, before, { pack, reported }),
  });
}

/** What tells an event from the facility's others of its action. */
function namedIn(event: FacilityEvent): string | undefined {
  if (event.action === 'adopt') return event.solution.solutionId;
  if (event.action === 'checkReadiness') return event.solutionId;
  return event.action === 'changeStage' ? event.stage : undefined;
}

async function report(
  database: Database,
  pack: CountryPack,
  { facilityId, event, basedOn }: { facilityId: string; event: ReportEvent; basedOn: number },
): Promise<void> {
  const { at, by, action, ...content } = event;
  const { month } = event;
  const idempotencyKey = `sample-${month}-v${basedOn + 1}`;
  const today = dayOf(event);
  const command = { facilityId, month, at, by, action, content, basedOn, idempotencyKey, today };
  await changeReport(database, pack, command, {
    authorise,
    decide: (on: ReportCase) => decideReport(event, on),
    shown: (shown) => shown,
  });
}
